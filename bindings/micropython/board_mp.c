/*
 * board_mp.c: what MicroPython's port for QEMU lacks on every board: interrupts, a clock, input that
 * is typed ahead, Ctrl-C, and the network, which is brought up before the prompt. The port's files
 * stay as they are: the linker puts these functions in place of theirs (--wrap in micropython.mk).
 */
#include "py/mphal.h"
#include "py/runtime.h"
#include "py/stream.h"
#include "shared/runtime/interrupt_char.h"
#include "uart.h"
#include "board.h"
#include "console.h"
#include "cpu.h"
#include "lwip_drv.h"
#include "microsockets/msock_net.h"
#include "port/port.h"
#include "port_mp.h"

/* How often the stack runs while Python computes and never waits, in milliseconds. */
#define BACKGROUND_PERIOD_MS 16

/* How long the prompt waits for the network, in milliseconds: DHCP answers at once or not at all, a
 * router's IPv6 prefix takes about three seconds. */
#define WAIT_FOR_IPV4_MS 4000
#define WAIT_FOR_IPV6_MS 4000

/* ---- Input ---------------------------------------------------------------------------------- */

/* Typed-ahead input. When it is full the rest waits in QEMU, and Ctrl-C behind it too. */
static uint8_t input[1024];
static volatile uint16_t input_head; /* written by the interrupt handler alone */
static volatile uint16_t input_tail; /* written outside of it alone */
static volatile bool input_arrived;  /* since the last sleep */
static volatile bool input_held;     /* it was full: no interrupts until there is room */

static uint16_t input_next(uint16_t index)
{
    return (uint16_t)((index + 1u) % sizeof input);
}

static void input_interrupt(void)
{
    input_arrived = true;
    while (input_next(input_head) != input_tail) {
        int c = uart_rx_chr();
        if (c == UART_RX_NO_CHAR) {
            return;
        }
        if (c == mp_interrupt_char) {
            mp_sched_keyboard_interrupt();
            continue;
        }
        input[input_head] = (uint8_t)c;
        input_head = input_next(input_head);
    }
    input_held = true; /* input_take() goes on */
    console_irq_enable(false);
}

/* The next character that was typed, or -1. */
static int input_take(void)
{
    if (input_tail == input_head) {
        return -1;
    }
    int c = input[input_tail];
    input_tail = input_next(input_tail);
    mp_uint_t state = MICROPY_BEGIN_ATOMIC_SECTION();
    if (input_held) {
        input_held = false;
        console_irq_enable(true);
        input_interrupt(); /* what waits already raises nothing any more */
    }
    MICROPY_END_ATOMIC_SECTION(state);
    return c;
}

int __wrap_mp_hal_stdin_rx_chr(void);
int __wrap_mp_hal_stdin_rx_chr(void)
{
    for (;;) {
        int c = input_take();
        if (c >= 0) {
            return c;
        }
        mp_event_wait_indefinite();
    }
}

uintptr_t __wrap_mp_hal_stdio_poll(uintptr_t poll_flags);
uintptr_t __wrap_mp_hal_stdio_poll(uintptr_t poll_flags)
{
    uintptr_t ready = poll_flags & MP_STREAM_POLL_WR;
    return input_tail != input_head ? ready | (poll_flags & MP_STREAM_POLL_RD) : ready;
}

/* ---- Time ----------------------------------------------------------------------------------- */

static mp_sched_node_t background_node;

static void run_stack(mp_sched_node_t *node)
{
    (void)node;
    msock_run();
}

/* A program that only computes must acknowledge what arrives, too: the scheduler runs the stack
 * between two of its bytecodes. */
static void tick(void)
{
    if (port_now_ms() % BACKGROUND_PERIOD_MS == 0) {
        mp_sched_schedule_node(&background_node, run_stack);
    }
}

mp_uint_t mp_hal_ticks_ms(void)
{
    return port_now_ms();
}

mp_uint_t mp_hal_ticks_us(void)
{
    return board_now_us();
}

mp_uint_t mp_hal_ticks_cpu(void)
{
    return board_now_us();
}

void mp_hal_delay_ms(mp_uint_t ms)
{
    mp_uint_t start = mp_hal_ticks_ms();
    mp_uint_t elapsed = 0;
    do {
        mp_event_wait_ms(ms - elapsed);
        elapsed = mp_hal_ticks_ms() - start;
    } while (elapsed < ms);
}

void mp_hal_delay_us(mp_uint_t us)
{
    mp_uint_t start = mp_hal_ticks_us();
    while (mp_hal_ticks_us() - start < us) {
    }
}

/* The tick ends the sleep after a millisecond at the latest. */
void modsocket_idle(uint32_t timeout_ms)
{
    (void)timeout_ms;
    mp_uint_t state = MICROPY_BEGIN_ATOMIC_SECTION();
    if (!input_arrived && !board_net_arm()) {
        cpu_sleep();
    }
    input_arrived = false;
    MICROPY_END_ATOMIC_SECTION(state);
}

/* ---- Start ---------------------------------------------------------------------------------- */

static bool wait_for_ipv6(void)
{
    uint32_t start = port_now_ms();
    while (!msock_lwip_netif_has_ipv6(board_net_interface(), true)) {
        if (port_now_ms() - start >= WAIT_FOR_IPV6_MS) {
            return false;
        }
        msock_run();
        modsocket_idle(1);
    }
    return true;
}

/* A program that connects before there is an address would only see that there is no route. */
static void network_start(void)
{
    msock_init();
    if (!board_net_start()) {
        mp_printf(&mp_plat_print, "network: no device\n");
        return;
    }
    bool ipv4 = board_wait_for_network(WAIT_FOR_IPV4_MS);
    bool ipv6 = ipv4 && wait_for_ipv6();
    mp_printf(&mp_plat_print, "network: IPv4 %s, IPv6 %s\n", ipv4 ? "up" : "no answer from DHCP",
              ipv6 ? "up" : "no router");
}

int __real_main(int argc, char **argv);
int __wrap_main(int argc, char **argv);
int __wrap_main(int argc, char **argv)
{
    board_clock_init();
    board_tick_hook_set(tick);
    console_init(input_interrupt);
    network_start();
    return __real_main(argc, argv);
}
