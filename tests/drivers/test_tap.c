/*
 * test_tap.c: the TAP driver against the kernel, in a network namespace of its own. Making one needs
 * root; without it the tests are skipped.
 */
#define _GNU_SOURCE /* unshare() */
#include "tap.h"

#include <arpa/inet.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <linux/if_packet.h>

#include "cut.h"

#define NAME "tap0"

/* An EtherType for experiments (IEEE 802): what the kernel sends by itself has another. */
#define ETHERTYPE_TEST 0x88B5

static bool privileged;
static struct tap tap;
static struct drv *const drv = &tap.drv;
static int host; /* a socket on the host's end, for whole frames */
static uint8_t host_mac[6];

/* ---- The host's end ---------------------------------------------------------------------------- */

static struct ifreq host_request(void)
{
    struct ifreq request;

    memset(&request, 0, sizeof(request));
    memcpy(request.ifr_name, NAME, sizeof(NAME));
    return request;
}

/* The interface up, with room for frames that are longer than ours may be. */
static void host_up(void)
{
    struct ifreq request = host_request();

    request.ifr_mtu = 4000;
    assert_int_equal(ioctl(host, SIOCSIFMTU, &request), 0);
    request = host_request();
    request.ifr_flags = IFF_UP;
    assert_int_equal(ioctl(host, SIOCSIFFLAGS, &request), 0);
    request = host_request();
    assert_int_equal(ioctl(host, SIOCGIFHWADDR, &request), 0);
    memcpy(host_mac, request.ifr_hwaddr.sa_data, 6);
}

static void host_open(void)
{
    struct sockaddr_ll address = {.sll_family = AF_PACKET,
                                  .sll_protocol = htons(ETHERTYPE_TEST),
                                  .sll_ifindex = (int)if_nametoindex(NAME)};
    struct timeval patience = {.tv_sec = 2};

    host = socket(AF_PACKET, SOCK_RAW, htons(ETHERTYPE_TEST));
    assert_true(host >= 0);
    host_up();
    assert_int_equal(bind(host, (const struct sockaddr *)&address, sizeof(address)), 0);
    assert_int_equal(setsockopt(host, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience)), 0);
}

static int set_up(void **state)
{
    (void)state;
    if (privileged) {
        assert_int_equal(tap_open(&tap, NAME), 0);
        host_open();
    }
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    if (privileged) {
        close(host);
        tap_close(&tap);
    }
    return 0;
}

/* ---- Frames ------------------------------------------------------------------------------------ */

static void make_frame(uint8_t *frame, size_t len, const uint8_t *to, const uint8_t *from)
{
    frame_fill(frame, len, (unsigned)len);
    memcpy(frame, to, 6);
    memcpy(frame + 6, from, 6);
    frame[12] = ETHERTYPE_TEST >> 8;
    frame[13] = ETHERTYPE_TEST & 0xFF;
}

static void host_send(size_t len)
{
    uint8_t frame[4000];

    make_frame(frame, len, tap.drv.mac, host_mac);
    assert_int_equal(send(host, frame, len, 0), len);
}

/* The next frame of ours, without what the kernel says by itself; its length. */
static size_t next_frame(uint8_t *frame)
{
    struct pollfd readable = {.fd = tap_fd(&tap), .events = POLLIN};

    for (;;) {
        struct drv_piece piece = {frame, DRV_MAX_FRAME};
        size_t len = drv->ops->pending(drv);

        if (len == 0) {
            assert_int_equal(poll(&readable, 1, 2000), 1);
            continue;
        }
        drv->ops->receive(drv, &piece, 1);
        if (frame[12] == ETHERTYPE_TEST >> 8 && frame[13] == (ETHERTYPE_TEST & 0xFF)) {
            return len;
        }
    }
}

/* ---- Tests ------------------------------------------------------------------------------------- */

static void skip_without_privilege(void)
{
    if (!privileged) {
        skip();
    }
}

static void has_an_address_of_its_own(void **state)
{
    (void)state;
    skip_without_privilege();
    assert_int_equal(drv->kind, DRV_ETHERNET);
    assert_int_equal(drv->mtu, 1500);
    assert_int_equal(drv->mac[0] & 3, 2); /* one station, locally administered */
    assert_memory_not_equal(drv->mac, host_mac, 6);
}

static void a_frame_in_pieces_reaches_the_host(void **state)
{
    uint8_t frame[DRV_MAX_FRAME];
    uint8_t arrived[DRV_MAX_FRAME + 1];
    static struct cut cut;

    (void)state;
    skip_without_privilege();
    make_frame(frame, sizeof(frame), host_mac, drv->mac);
    cut_make(&cut, sizeof(frame), 5);
    cut_set(&cut, frame);
    assert_int_equal(drv->ops->send(drv, cut.pieces, cut.n), 0);
    assert_int_equal(recv(host, arrived, sizeof(arrived), 0), sizeof(frame));
    assert_memory_equal(arrived, frame, sizeof(frame));
}

static void frames_of_the_host_arrive_in_their_order(void **state)
{
    uint8_t frame[DRV_MAX_FRAME];
    uint8_t expected[DRV_MAX_FRAME];

    (void)state;
    skip_without_privilege();
    host_send(60);
    host_send(DRV_MAX_FRAME);
    assert_int_equal(next_frame(frame), 60);
    assert_int_equal(next_frame(frame), DRV_MAX_FRAME);
    make_frame(expected, sizeof(expected), drv->mac, host_mac);
    assert_memory_equal(frame, expected, sizeof(expected));
}

static void a_frame_that_is_too_long_is_passed_over(void **state)
{
    uint8_t frame[DRV_MAX_FRAME];

    (void)state;
    skip_without_privilege();
    host_send(DRV_MAX_FRAME + 1);
    host_send(3000);
    host_send(61);
    assert_int_equal(next_frame(frame), 61);
}

static void a_discarded_frame_does_not_come_again(void **state)
{
    uint8_t frame[DRV_MAX_FRAME];

    (void)state;
    skip_without_privilege();
    host_send(60);
    host_send(61);
    assert_int_equal(next_frame(frame), 60);
    while (drv->ops->pending(drv) != 61) {
        drv->ops->discard(drv);
    }
    drv->ops->discard(drv);
    host_send(62);
    assert_int_equal(next_frame(frame), 62);
}

static void does_not_wait_when_nothing_is_there(void **state)
{
    (void)state;
    skip_without_privilege();
    while (drv->ops->pending(drv) != 0) {
        drv->ops->discard(drv);
    }
    assert_int_equal(drv->ops->pending(drv), 0);
}

static void a_frame_too_long_to_be_sent_is_refused(void **state)
{
    static struct cut cut;

    (void)state;
    skip_without_privilege();
    cut_make(&cut, DRV_MAX_FRAME + 1, 9);
    assert_int_equal(drv->ops->send(drv, cut.pieces, cut.n), -1);
}

static void an_interface_that_is_down_refuses(void **state)
{
    struct ifreq request = host_request();
    static struct cut cut;

    (void)state;
    skip_without_privilege();
    assert_int_equal(ioctl(host, SIOCSIFFLAGS, &request), 0);
    cut_make(&cut, 60, 9);
    assert_int_equal(drv->ops->send(drv, cut.pieces, cut.n), -1);
}

static void the_interface_can_be_opened_once(void **state)
{
    struct tap second;

    (void)state;
    skip_without_privilege();
    assert_int_equal(tap_open(&second, NAME), -EBUSY);
    assert_int_equal(tap_fd(&second), -1);
}

static void the_errors_of_a_name(void **state)
{
    struct tap second;

    (void)state;
    assert_int_equal(tap_open(&second, "a-name-too-long!"), -ENAMETOOLONG);
    skip_without_privilege();
    assert_int_equal(tap_open(&second, "lo"), -EINVAL);
}

/* A namespace has no other interface that the tests could disturb. */
static bool have_namespace(void)
{
    if (unshare(CLONE_NEWNET) != 0) {
        puts("skipped: a network namespace needs root");
        return false;
    }
    if (access("/dev/net/tun", R_OK | W_OK) != 0) {
        puts("skipped: there is no /dev/net/tun");
        return false;
    }
    return true;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(has_an_address_of_its_own),
        TEST(a_frame_in_pieces_reaches_the_host),
        TEST(frames_of_the_host_arrive_in_their_order),
        TEST(a_frame_that_is_too_long_is_passed_over),
        TEST(a_discarded_frame_does_not_come_again),
        TEST(does_not_wait_when_nothing_is_there),
        TEST(a_frame_too_long_to_be_sent_is_refused),
        TEST(an_interface_that_is_down_refuses),
        TEST(the_interface_can_be_opened_once),
        TEST(the_errors_of_a_name),
    };

    privileged = have_namespace();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
