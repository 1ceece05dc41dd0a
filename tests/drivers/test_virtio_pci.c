/*
 * test_virtio_pci.c: how a virtio device is found on the PCI bus, on a model of its configuration
 * space. Its registers are plain memory here, at addresses that never are read.
 */
#include "virtio_pci.c"

#include <stdarg.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

#define FUNCTION 24u
#define BAR      0xFE000000u

static uint32_t space[64];
static struct virtio_pci transport;

static uint32_t config_read(uint32_t function, unsigned offset)
{
    assert_in_range(offset, 0, 255);
    assert_int_equal(offset % 4, 0);
    return function == FUNCTION ? space[offset / 4] : 0xFFFFFFFF;
}

static void config_write(uint32_t function, unsigned offset, uint32_t value)
{
    assert_int_equal(function, FUNCTION);
    assert_int_equal(offset, PCI_COMMAND);
    space[offset / 4] = value;
}

static const struct virtio_pci_config config = {config_read, config_write};

/* A capability of virtio's at an offset, in BAR 4. */
static void put_capability(unsigned at, unsigned next, unsigned type, uint32_t offset)
{
    space[at / 4] = CAP_VENDOR_SPECIFIC | next << 8 | 20u << 16 | type << 24;
    space[at / 4 + 1] = 4;
    space[at / 4 + 2] = offset;
    space[at / 4 + 4] = 8; /* the notification's multiplier */
}

/* A transitional device; its list begins with a capability of another kind (MSI-X). */
static int set_up(void **state)
{
    (void)state;
    memset(space, 0, sizeof(space));
    space[PCI_ID / 4] = 0x1000u << 16 | VENDOR;
    space[PCI_SUBSYSTEM / 4] = 1u << 16 | VENDOR;
    space[PCI_COMMAND / 4] = PCI_STATUS_HAS_CAPS | 1;
    space[PCI_BAR / 4] = 0xC001;        /* ports */
    space[PCI_BAR / 4 + 4] = BAR | 0xC; /* 64 bits, prefetchable */
    space[PCI_CAPABILITIES / 4] = 0x40;
    space[0x40 / 4] = 0x11 | 0x50 << 8;
    put_capability(0x50, 0x64, CFG_NOTIFY, 0x3000);
    put_capability(0x64, 0x78, CFG_DEVICE, 0x2000);
    put_capability(0x78, 0x8c, CFG_ISR, 0x1000);
    put_capability(0x8c, 0xa0, CFG_COMMON, 0);
    put_capability(0xa0, 0, 5, 0);
    return 0;
}

static int open_function(uint32_t function)
{
    return virtio_pci_open(&transport, &config, function, VIRTIO_ID_NET);
}

static void finds_the_registers(void **state)
{
    (void)state;
    assert_int_equal(open_function(FUNCTION), 0);
    assert_int_equal(transport.common, BAR);
    assert_int_equal(transport.isr, BAR + 0x1000);
    assert_int_equal(transport.device, BAR + 0x2000);
    assert_int_equal(transport.notify, BAR + 0x3000);
    assert_int_equal(transport.notify_multiplier, 8);
    assert_false(transport.virtio.legacy);
    assert_int_equal(space[PCI_COMMAND / 4], 1 | PCI_COMMAND_MEMORY | PCI_COMMAND_MASTER);
}

static void knows_a_device_that_is_not_transitional(void **state)
{
    (void)state;
    space[PCI_ID / 4] = 0x1041u << 16 | VENDOR;
    space[PCI_SUBSYSTEM / 4] = 0;
    assert_int_equal(open_function(FUNCTION), 0);
}

static void the_first_of_two_places_counts(void **state)
{
    (void)state;
    put_capability(0xa0, 0, CFG_COMMON, 0x8000);
    assert_int_equal(open_function(FUNCTION), 0);
    assert_int_equal(transport.common, BAR);
}

static void says_when_it_is_something_else(void **state)
{
    (void)state;
    assert_int_equal(open_function(0), VIRTIO_NO_DEVICE);
    space[PCI_SUBSYSTEM / 4] = 2u << 16; /* a disk */
    assert_int_equal(open_function(FUNCTION), VIRTIO_NO_DEVICE);
    space[PCI_ID / 4] = 0x1042u << 16 | VENDOR;
    assert_int_equal(open_function(FUNCTION), VIRTIO_NO_DEVICE);
    space[PCI_ID / 4] = 0x1041u << 16 | 0x8086;
    assert_int_equal(open_function(FUNCTION), VIRTIO_NO_DEVICE);
}

static void expect_refused(void)
{
    assert_int_equal(open_function(FUNCTION), VIRTIO_REFUSED);
    assert_int_equal(space[PCI_COMMAND / 4] & PCI_COMMAND_MASTER, 0);
    set_up(NULL);
}

static void says_when_the_registers_are_out_of_reach(void **state)
{
    (void)state;
    space[PCI_COMMAND / 4] &= ~PCI_STATUS_HAS_CAPS;
    expect_refused();
    space[PCI_BAR / 4 + 4] = 0xC000 | PCI_BAR_IS_IO;
    expect_refused();
    space[PCI_BAR / 4 + 5] = 1; /* above 4 GB */
    expect_refused();
    space[PCI_BAR / 4 + 4] = 0xC; /* no place was given to it */
    expect_refused();
    space[0x8c / 4 + 1] = 6; /* no such BAR */
    expect_refused();
    put_capability(0x78, 0x8c, 5, 0); /* one part is missing */
    expect_refused();
}

static void a_list_that_goes_in_circles_ends(void **state)
{
    (void)state;
    put_capability(0x78, 0x50, CFG_ISR, 0);
    expect_refused();
}

#define TEST(name) cmocka_unit_test_setup(name, set_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(finds_the_registers),
        TEST(knows_a_device_that_is_not_transitional),
        TEST(the_first_of_two_places_counts),
        TEST(says_when_it_is_something_else),
        TEST(says_when_the_registers_are_out_of_reach),
        TEST(a_list_that_goes_in_circles_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
