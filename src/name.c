/*
 * name.c: getaddrinfo: names and services to addresses. Results come from a static pool.
 */
#include "core.h"

#include <string.h>

#define KNOWN_FLAGS (MSOCK_AI_PASSIVE | MSOCK_AI_NUMERICHOST | MSOCK_AI_NUMERICSERV)

/* One result, in use while ai_addr is set. */
struct result {
    struct msock_addrinfo info;
    struct msock_sockaddr_storage addr;
};

static struct result results[MSOCK_MAX_ADDRINFO];

/* A look-up under way. */
struct lookup {
    int family; /* MSOCK_AF_ */
    int socktype;
    int flags;
    uint16_t port;
    struct msock_addrinfo *first;
    struct msock_addrinfo *last;
};

void core_name_init(void)
{
    memset(results, 0, sizeof results);
}

uint16_t core_addrinfos_used(void)
{
    uint16_t used = 0;

    for (int i = 0; i < MSOCK_MAX_ADDRINFO; i++) {
        used = (uint16_t)(used + (results[i].info.ai_addr != NULL));
    }
    return used;
}

static struct result *take_result(void)
{
    for (int i = 0; i < MSOCK_MAX_ADDRINFO; i++) {
        if (!results[i].info.ai_addr) {
            memset(&results[i], 0, sizeof results[i]);
            return &results[i];
        }
    }
    return NULL;
}

static void give_results(struct msock_addrinfo *list)
{
    while (list) {
        struct msock_addrinfo *next = list->ai_next;
        list->ai_addr = NULL;
        list = next;
    }
}

static int append(struct lookup *look, int socktype, const struct stk_endpoint *endpoint)
{
    struct result *r = take_result();

    if (!r) {
        return MSOCK_EAI_MEMORY;
    }
    r->info.ai_family = endpoint->family == 4 ? MSOCK_AF_INET : MSOCK_AF_INET6;
    r->info.ai_socktype = socktype;
    r->info.ai_protocol = socktype == MSOCK_SOCK_STREAM ? MSOCK_IPPROTO_TCP : MSOCK_IPPROTO_UDP;
    r->info.ai_addrlen = core_address_make(endpoint->family, endpoint, &r->addr);
    r->info.ai_addr = &r->addr.ss.sa;
    if (look->last) {
        look->last->ai_next = &r->info;
    } else {
        look->first = &r->info;
    }
    look->last = &r->info;
    return 0;
}

/* Adds an address, once for each type of socket that was asked for. */
static int add_address(struct lookup *look, struct stk_endpoint *endpoint)
{
    int bad = 0;

    endpoint->port = look->port;
    if (look->socktype != MSOCK_SOCK_DGRAM) {
        bad = append(look, MSOCK_SOCK_STREAM, endpoint);
    }
    if (!bad && look->socktype != MSOCK_SOCK_STREAM) {
        bad = append(look, MSOCK_SOCK_DGRAM, endpoint);
    }
    return bad;
}

static bool wants(const struct lookup *look, int family)
{
    return (look->family == MSOCK_AF_UNSPEC || look->family == family) &&
           (MSOCK_IPV6 || family == MSOCK_AF_INET);
}

/* No name: the wildcard to bind to, or this machine to connect to. IPv4 first. */
static int add_unnamed(struct lookup *look)
{
    const bool passive = (look->flags & MSOCK_AI_PASSIVE) != 0;
    struct stk_endpoint ipv4 = {.family = 4};
    struct stk_endpoint ipv6 = {.family = 6};
    int bad = 0;

    if (!passive) {
        ipv4.addr[0] = 127;
        ipv4.addr[3] = 1;
        ipv6.addr[15] = 1;
    }
    if (wants(look, MSOCK_AF_INET)) {
        bad = add_address(look, &ipv4);
    }
    if (!bad && wants(look, MSOCK_AF_INET6)) {
        bad = add_address(look, &ipv6);
    }
    return bad;
}

/* A number of 0 to max; NULL is 0. False if it is something else. */
static bool parse_number(const char *text, uint32_t max, uint32_t *number)
{
    *number = 0;
    if (!text) {
        return true;
    }
    if (*text == '\0') {
        return false;
    }
    for (; *text; text++) {
        if (*text < '0' || *text > '9') {
            return false;
        }
        *number = *number * 10 + (uint32_t)(*text - '0');
        if (*number > max) {
            return false;
        }
    }
    return true;
}

/* The interface of "%name" or "%2" (RFC 4007, 11). */
static bool parse_scope(const char *text, uint8_t *scope_id)
{
    uint32_t number;

    if (parse_number(text, UINT8_MAX, &number)) {
        *scope_id = (uint8_t)number;
    } else {
        *scope_id = stk_if_index(text);
    }
    return *scope_id != 0;
}

/* Is the node an address in numbers? */
static bool parse_node(const char *node, struct stk_endpoint *endpoint)
{
    memset(endpoint, 0, sizeof *endpoint);
    const char *end = core_parse_ipv4(node, endpoint->addr);
    if (end && *end == '\0') {
        endpoint->family = 4;
        return true;
    }
    memset(endpoint, 0, sizeof *endpoint);
    end = MSOCK_IPV6 ? core_parse_ipv6(node, endpoint->addr) : NULL;
    endpoint->family = 6;
    return end && (*end == '\0' || (*end == '%' && parse_scope(end + 1, &endpoint->scope_id)));
}

struct questions {
    struct stk_query ipv4;
    struct stk_query ipv6;
};

static msock_ssize_t try_answers(struct core_sock *unused, void *call)
{
    const struct questions *q = call;

    (void)unused;
    return q->ipv4.state == STK_QUERY_ASKED || q->ipv6.state == STK_QUERY_ASKED ? -MSOCK_EAGAIN : 0;
}

static void ask(const struct lookup *look, int family, const char *name, struct stk_query *query)
{
    if (wants(look, family) && stk_resolve(query, name, family == MSOCK_AF_INET ? 4 : 6)) {
        query->state = STK_QUERY_UNANSWERED; /* nobody could be asked */
    }
}

static bool unanswered(const struct questions *q)
{
    return q->ipv4.state == STK_QUERY_UNANSWERED || q->ipv6.state == STK_QUERY_UNANSWERED;
}

/* What the name servers said, or did not say in time. */
static int add_answers(struct lookup *look, struct questions *q, msock_ssize_t waited)
{
    int bad = 0;

    if (waited == -MSOCK_EINTR) {
        return MSOCK_EAI_SYSTEM;
    }
    if (q->ipv4.state == STK_QUERY_ANSWERED) {
        bad = add_address(look, &q->ipv4.answer);
    }
    if (!bad && q->ipv6.state == STK_QUERY_ANSWERED) {
        bad = add_address(look, &q->ipv6.answer);
    }
    if (bad || look->first) {
        return bad;
    }
    return waited == 0 && !unanswered(q) ? MSOCK_EAI_NONAME : MSOCK_EAI_AGAIN;
}

/* Asks for both families at once. */
static int add_named(struct lookup *look, const char *name)
{
    struct questions q = {0};

    ask(look, MSOCK_AF_INET, name, &q.ipv4);
    ask(look, MSOCK_AF_INET6, name, &q.ipv6);
    const msock_ssize_t waited = core_wait(NULL, try_answers, &q, MSOCK_DNS_TIMEOUT_MS);
    const int bad = add_answers(look, &q, waited);
    if (bad == MSOCK_EAI_SYSTEM) {
        (void)core_fail((int)-waited);
    }
    stk_forget(&q.ipv4);
    stk_forget(&q.ipv6);
    return bad;
}

static int add_node(struct lookup *look, const char *node)
{
    struct stk_endpoint endpoint;

    if (!node) {
        return add_unnamed(look);
    }
    if (parse_node(node, &endpoint)) {
        const int family = endpoint.family == 4 ? MSOCK_AF_INET : MSOCK_AF_INET6;
        return wants(look, family) ? add_address(look, &endpoint) : MSOCK_EAI_ADDRFAMILY;
    }
    /* With a colon it is an address, but of no interface that is there. The stack's resolver is not
     * to see it: it might take it, without its scope. */
    if (*node == '\0' || strchr(node, ':') || (look->flags & MSOCK_AI_NUMERICHOST)) {
        return MSOCK_EAI_NONAME;
    }
    return add_named(look, node);
}

static int check_types(const struct msock_addrinfo *hints, struct lookup *look)
{
    const bool stream = hints->ai_protocol == 0 || hints->ai_protocol == MSOCK_IPPROTO_TCP;
    const bool datagram = hints->ai_protocol == 0 || hints->ai_protocol == MSOCK_IPPROTO_UDP;

    switch (hints->ai_socktype) {
    case 0:
        if (!stream || !datagram) {
            look->socktype = stream ? MSOCK_SOCK_STREAM : MSOCK_SOCK_DGRAM;
        }
        return stream || datagram ? 0 : MSOCK_EAI_SERVICE;
    case MSOCK_SOCK_STREAM:
        look->socktype = MSOCK_SOCK_STREAM;
        return stream ? 0 : MSOCK_EAI_SOCKTYPE;
    case MSOCK_SOCK_DGRAM:
        look->socktype = MSOCK_SOCK_DGRAM;
        return datagram ? 0 : MSOCK_EAI_SOCKTYPE;
    default:
        return MSOCK_EAI_SOCKTYPE;
    }
}

static int check_hints(const struct msock_addrinfo *hints, struct lookup *look)
{
    if (!hints) {
        return 0;
    }
    if (hints->ai_flags & ~KNOWN_FLAGS) {
        return MSOCK_EAI_BADFLAGS;
    }
    look->flags = hints->ai_flags;
    look->family = hints->ai_family;
    if (!wants(look, MSOCK_AF_INET) && !wants(look, MSOCK_AF_INET6)) {
        return MSOCK_EAI_FAMILY;
    }
    return check_types(hints, look);
}

static int resolve(const char *node, const char *service, const struct msock_addrinfo *hints,
                   struct msock_addrinfo **result)
{
    struct lookup look = {0};
    uint32_t port;
    int bad = node || service ? 0 : MSOCK_EAI_NONAME;

    if (!bad) {
        bad = check_hints(hints, &look);
    }
    if (!bad && !parse_number(service, UINT16_MAX, &port)) {
        bad = look.flags & MSOCK_AI_NUMERICSERV ? MSOCK_EAI_NONAME : MSOCK_EAI_SERVICE;
    }
    if (!bad) {
        look.port = (uint16_t)port;
        bad = add_node(&look, node);
    }
    if (bad) {
        give_results(look.first);
        return bad;
    }
    *result = look.first;
    return 0;
}

int msock_getaddrinfo(const char *node, const char *service, const struct msock_addrinfo *hints,
                      struct msock_addrinfo **result)
{
    if (!result) {
        (void)core_fail(MSOCK_EFAULT);
        return MSOCK_EAI_SYSTEM;
    }
    port_lock();
    const int bad = resolve(node, service, hints, result);
    port_unlock();
    return bad;
}

void msock_freeaddrinfo(struct msock_addrinfo *list)
{
    port_lock();
    give_results(list);
    port_unlock();
}
