/*
 * error_text.c: names and texts of errors, apart from call.c so that an image that prints none does
 * not carry them.
 */
#include "microsockets/msock_errno.h"

struct error_text {
    int error;
    const char *name;
    const char *text;
};

#define MSOCK_X(name, number, text) {MSOCK_##name, #name, text},
static const struct error_text texts[] = {MSOCK_ERRORS(MSOCK_X)};
#undef MSOCK_X

static const struct error_text *find(int error)
{
    static const struct error_text unknown = {0, "?", "?"};
    const int positive = error < 0 ? -error : error;

    for (unsigned i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        if (texts[i].error == positive) {
            return &texts[i];
        }
    }
    return &unknown;
}

const char *msock_error_name(int error)
{
    return find(error)->name;
}

const char *msock_strerror(int error)
{
    return find(error)->text;
}
