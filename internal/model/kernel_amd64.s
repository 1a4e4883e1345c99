// SPDX-License-Identifier: Apache-2.0

#include "textflag.h"

// One row of a of one tile: a pair of inputs times sixteen pairs of weights.
#define ROW(A, LO, HI) \
	VPBROADCASTD A, Y10       \
	VPMADDWD     Y8, Y10, Y11 \
	VPADDD       Y11, LO, LO  \
	VPMADDWD     Y9, Y10, Y12 \
	VPADDD       Y12, HI, HI

// func tile4x16(pairs int, a *int16, lda uintptr, b *int16, ldb uintptr, c *int32, ldc uintptr)
TEXT ·tile4x16(SB), NOSPLIT, $0-56
	MOVQ pairs+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ lda+16(FP), R8
	MOVQ b+24(FP), DI
	MOVQ ldb+32(FP), R10
	MOVQ c+40(FP), DX
	MOVQ ldc+48(FP), R11
	LEAQ (R8)(R8*2), R12
	LEAQ (R11)(R11*2), R13
	VMOVDQU (DX), Y0
	VMOVDQU 32(DX), Y1
	VMOVDQU (DX)(R11*1), Y2
	VMOVDQU 32(DX)(R11*1), Y3
	VMOVDQU (DX)(R11*2), Y4
	VMOVDQU 32(DX)(R11*2), Y5
	VMOVDQU (DX)(R13*1), Y6
	VMOVDQU 32(DX)(R13*1), Y7

loop:
	VMOVDQU (DI), Y8
	VMOVDQU 32(DI), Y9
	ROW((SI), Y0, Y1)
	ROW((SI)(R8*1), Y2, Y3)
	ROW((SI)(R8*2), Y4, Y5)
	ROW((SI)(R12*1), Y6, Y7)
	ADDQ $4, SI
	ADDQ R10, DI
	DECQ CX
	JNZ  loop

	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VMOVDQU Y2, (DX)(R11*1)
	VMOVDQU Y3, 32(DX)(R11*1)
	VMOVDQU Y4, (DX)(R11*2)
	VMOVDQU Y5, 32(DX)(R11*2)
	VMOVDQU Y6, (DX)(R13*1)
	VMOVDQU Y7, 32(DX)(R13*1)
	VZEROUPPER
	RET

#define COLUMN(OFF, ACC) \
	VPMADDWD OFF(DI), Y10, Y11 \
	VPADDD   Y11, ACC, ACC

// func tile1x64(pairs int, a *int16, b *int16, ldb uintptr, c *int32)
TEXT ·tile1x64(SB), NOSPLIT, $0-40
	MOVQ pairs+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DI
	MOVQ ldb+24(FP), R10
	MOVQ c+32(FP), DX
	VMOVDQU (DX), Y0
	VMOVDQU 32(DX), Y1
	VMOVDQU 64(DX), Y2
	VMOVDQU 96(DX), Y3
	VMOVDQU 128(DX), Y4
	VMOVDQU 160(DX), Y5
	VMOVDQU 192(DX), Y6
	VMOVDQU 224(DX), Y7

loop1:
	VPBROADCASTD (SI), Y10
	COLUMN(0, Y0)
	COLUMN(32, Y1)
	COLUMN(64, Y2)
	COLUMN(96, Y3)
	COLUMN(128, Y4)
	COLUMN(160, Y5)
	COLUMN(192, Y6)
	COLUMN(224, Y7)
	ADDQ $4, SI
	ADDQ R10, DI
	DECQ CX
	JNZ  loop1

	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VMOVDQU Y2, 64(DX)
	VMOVDQU Y3, 96(DX)
	VMOVDQU Y4, 128(DX)
	VMOVDQU Y5, 160(DX)
	VMOVDQU Y6, 192(DX)
	VMOVDQU Y7, 224(DX)
	VZEROUPPER
	RET

// func tile1x16(pairs int, a *int16, b *int16, ldb uintptr, c *int32)
TEXT ·tile1x16(SB), NOSPLIT, $0-40
	MOVQ pairs+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ b+16(FP), DI
	MOVQ ldb+24(FP), R10
	MOVQ c+32(FP), DX
	VMOVDQU (DX), Y0
	VMOVDQU 32(DX), Y1

loop2:
	VPBROADCASTD (SI), Y10
	COLUMN(0, Y0)
	COLUMN(32, Y1)
	ADDQ $4, SI
	ADDQ R10, DI
	DECQ CX
	JNZ  loop2

	VMOVDQU Y0, (DX)
	VMOVDQU Y1, 32(DX)
	VZEROUPPER
	RET

// func widenRow(x *int16, row *int8, scale int16, n int)
TEXT ·widenRow(SB), NOSPLIT, $0-32
	MOVQ x+0(FP), DI
	MOVQ row+8(FP), SI
	MOVWLSX scale+16(FP), AX
	MOVQ n+24(FP), CX
	MOVQ AX, X2
	VPBROADCASTW X2, Y2

loop3:
	VPMOVSXBW (SI), Y0
	VPMULLW   Y2, Y0, Y0
	VPSRAW    $4, Y0, Y0
	VPADDW    (DI), Y0, Y0
	VMOVDQU   Y0, (DI)
	ADDQ      $16, SI
	ADDQ      $32, DI
	SUBQ      $16, CX
	JNZ       loop3
	VZEROUPPER
	RET
