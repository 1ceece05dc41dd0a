/*
 * stk_dns.c: questions to lwIP's resolver. lwIP cannot be told to forget one, so what it holds is a
 * slot of ours that can lose its asker.
 */
#include "stk_lwip.h"

#include "lwip/dns.h"
#include "lwip/ip.h"

#if !LWIP_DNS
#error "microsockets needs LWIP_DNS 1 in lwipopts.h: getaddrinfo()"
#endif

struct slot {
    struct stk_query *query; /* NULL: nobody wants the answer any more */
    bool asked;              /* lwIP holds the slot */
};

/* One more than lwIP asks at once: what it knows by itself always finds a free one. */
#define SLOTS (DNS_TABLE_SIZE + 1)
static struct slot slots[SLOTS];

static void answer(struct stk_query *query, const ip_addr_t *address)
{
    lw_endpoint(address, 0, &query->answer);
    query->state = STK_QUERY_ANSWERED;
}

/* lwIP has no address both when a server says so and when none says anything. It tells the first
 * while it takes in the server's packet, the second from a timer. */
static void answer_none(struct stk_query *query)
{
    const bool told = ip_current_input_netif() != NULL;

    query->state = told ? STK_QUERY_FAILED : STK_QUERY_UNANSWERED;
}

static void on_found(const char *name, const ip_addr_t *address, void *arg)
{
    struct slot *slot = arg;

    (void)name;
    slot->asked = false;
    if (slot->query) {
        if (address) {
            answer(slot->query, address);
        } else {
            answer_none(slot->query);
        }
        slot->query = NULL;
    }
}

static struct slot *free_slot(void)
{
    for (struct slot *slot = slots; slot < slots + SLOTS; slot++) {
        if (!slot->asked) {
            return slot;
        }
    }
    return NULL;
}

int stk_resolve(struct stk_query *query, const char *name, int family)
{
    const u8_t type = family == 4 ? LWIP_DNS_ADDRTYPE_IPV4 : LWIP_DNS_ADDRTYPE_IPV6;
    struct slot *slot = free_slot();
    ip_addr_t address;

    if (!slot) {
        return -MSOCK_ENOBUFS;
    }
    const err_t err = dns_gethostbyname_addrtype(name, &address, on_found, slot, type);
    switch (err) {
    case ERR_OK:
        answer(query, &address);
        return 0;
    case ERR_INPROGRESS:
        slot->query = query;
        slot->asked = true;
        query->state = STK_QUERY_ASKED;
        return 0;
    case ERR_ARG: /* no name that could exist: empty, or too long */
        query->state = STK_QUERY_FAILED;
        return 0;
    default:
        return lw_error(err);
    }
}

void stk_forget(struct stk_query *query)
{
    for (struct slot *slot = slots; slot < slots + SLOTS; slot++) {
        if (slot->query == query) {
            slot->query = NULL;
        }
    }
    query->state = STK_QUERY_IDLE;
}
