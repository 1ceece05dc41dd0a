#include "tap_cases.h"

CONFORMANCE_CASE(name_that_does_not_exist_is_eai_noname)
{
    EXPECT(look_up("none.test", AF_UNSPEC).code, EAI_NONAME);
    EXPECT(look_up("none.test", AF_INET).code, EAI_NONAME);
}
