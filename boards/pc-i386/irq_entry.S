/*
 * irq_entry.S: where the processor enters for its vectors 0 to 47: 32 exceptions, of which some come
 * with a word about the error, and 16 interrupts. Each puts its number on the stack; irq.c has the
 * rest, and the layout of what is on the stack then.
 */
        .text
        .balign 16
        .globl  irq_entries
irq_entries:                                    /* 16 bytes each */
        .set    vector, 0
        .rept   48
        .balign 16
        .if     !(vector == 8 || (vector >= 10 && vector <= 14) || vector == 17 || vector == 21)
        pushl   $0                              /* in place of the error's word */
        .endif
        pushl   $vector
        jmp     common
        .set    vector, vector + 1
        .endr

common:
        pushal
        cld
        movl    %esp, %ebp
        andl    $~15, %esp                      /* as C functions want it */
        subl    $12, %esp
        pushl   %ebp
        call    irq_dispatch
        movl    %ebp, %esp
        popal
        addl    $8, %esp                        /* the number and the error's word */
        iret

        .section .note.GNU-stack, "", @progbits
