#include "pools.h"

#include "core.h"

/* What README says. The control block is lwIP's, and not counted. */
CONFORMANCE_CASE(socket_costs_36_bytes_on_a_32_bit_machine)
{
    EXPECT_TRUE(sizeof(void *) > 4 || sizeof(struct core_sock) == 36);
}
