/*
 * boot.S: the first instructions of boards/pc-i386. Two loaders find their way in: a multiboot
 * header (Multiboot Specification 0.6.96, 3.1) is for QEMU's machine "pc", a note for PVH guests
 * (Xen's x86/HVM direct boot ABI) for its "microvm". Both enter in 32-bit protected mode with flat
 * segments and without paging, and that is how it stays.
 */
#define MULTIBOOT_MAGIC 0x1badb002
#define MULTIBOOT_FLAGS 0

#define NOTE_PHYS32_ENTRY 18

#define CODE 0x08
#define DATA 0x10

        .section .boot, "a"
        .balign 4
        .long   MULTIBOOT_MAGIC, MULTIBOOT_FLAGS, -(MULTIBOOT_MAGIC + MULTIBOOT_FLAGS)

        .section .note.pvh, "a", @note
        .balign 4
        .long   4, 4, NOTE_PHYS32_ENTRY         /* lengths of name and value, type */
        .asciz  "Xen"
        .long   boot_entry

        .text
        .globl  boot_entry
boot_entry:
        cli
        cld
        movl    $link_stack_top, %esp
        lgdt    gdt_pointer
        ljmp    $CODE, $1f
1:      movw    $DATA, %ax
        movw    %ax, %ds
        movw    %ax, %es
        movw    %ax, %fs
        movw    %ax, %gs
        movw    %ax, %ss
        /* The program may use the FPU and SSE; what handles interrupts here does not. */
        movl    %cr0, %eax
        andl    $~0x4, %eax                     /* not emulated */
        orl     $0x2, %eax
        movl    %eax, %cr0
        movl    %cr4, %eax
        orl     $0x600, %eax                    /* FXSAVE, SSE exceptions */
        movl    %eax, %cr4
        fninit
        jmp     startup

        .section .rodata
        .balign 8
gdt:    .quad   0
        .quad   0x00cf9b000000ffff              /* code, 4 GB from 0 */
        .quad   0x00cf93000000ffff              /* data, the same */
gdt_pointer:
        .word   gdt_pointer - gdt - 1
        .long   gdt

        .section .note.GNU-stack, "", @progbits
