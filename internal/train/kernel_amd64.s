// SPDX-License-Identifier: Apache-2.0

#include "textflag.h"

// Products and sums are rounded one after the other (no fused multiply-add), so that the plain loops of gemm.go give the
// same bits.
#define ROW(A, LO, HI) \
	VBROADCASTSS A, Y10       \
	VMULPS       Y8, Y10, Y11 \
	VADDPS       Y11, LO, LO  \
	VMULPS       Y9, Y10, Y12 \
	VADDPS       Y12, HI, HI

// func tile4x16(k int, a *float32, rows, steps uintptr, b *float32, ldb uintptr, c *float32, ldc uintptr)
TEXT ·tile4x16(SB), NOSPLIT, $0-64
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ rows+16(FP), R8
	MOVQ steps+24(FP), R9
	MOVQ b+32(FP), DI
	MOVQ ldb+40(FP), R10
	MOVQ c+48(FP), DX
	MOVQ ldc+56(FP), R11
	LEAQ (R8)(R8*2), R12
	LEAQ (R11)(R11*2), R13
	VMOVUPS (DX), Y0
	VMOVUPS 32(DX), Y1
	VMOVUPS (DX)(R11*1), Y2
	VMOVUPS 32(DX)(R11*1), Y3
	VMOVUPS (DX)(R11*2), Y4
	VMOVUPS 32(DX)(R11*2), Y5
	VMOVUPS (DX)(R13*1), Y6
	VMOVUPS 32(DX)(R13*1), Y7

loop:
	VMOVUPS (DI), Y8
	VMOVUPS 32(DI), Y9
	ROW((SI), Y0, Y1)
	ROW((SI)(R8*1), Y2, Y3)
	ROW((SI)(R8*2), Y4, Y5)
	ROW((SI)(R12*1), Y6, Y7)
	ADDQ R9, SI
	ADDQ R10, DI
	DECQ CX
	JNZ  loop

	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	VMOVUPS Y2, (DX)(R11*1)
	VMOVUPS Y3, 32(DX)(R11*1)
	VMOVUPS Y4, (DX)(R11*2)
	VMOVUPS Y5, 32(DX)(R11*2)
	VMOVUPS Y6, (DX)(R13*1)
	VMOVUPS Y7, 32(DX)(R13*1)
	VZEROUPPER
	RET

#define COLUMN(OFF, ACC) \
	VMULPS OFF(DI), Y10, Y11 \
	VADDPS Y11, ACC, ACC

// func tile1x64(k int, a *float32, steps uintptr, b *float32, ldb uintptr, c *float32)
TEXT ·tile1x64(SB), NOSPLIT, $0-48
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ steps+16(FP), R9
	MOVQ b+24(FP), DI
	MOVQ ldb+32(FP), R10
	MOVQ c+40(FP), DX
	VMOVUPS (DX), Y0
	VMOVUPS 32(DX), Y1
	VMOVUPS 64(DX), Y2
	VMOVUPS 96(DX), Y3
	VMOVUPS 128(DX), Y4
	VMOVUPS 160(DX), Y5
	VMOVUPS 192(DX), Y6
	VMOVUPS 224(DX), Y7

loop1:
	VBROADCASTSS (SI), Y10
	COLUMN(0, Y0)
	COLUMN(32, Y1)
	COLUMN(64, Y2)
	COLUMN(96, Y3)
	COLUMN(128, Y4)
	COLUMN(160, Y5)
	COLUMN(192, Y6)
	COLUMN(224, Y7)
	ADDQ R9, SI
	ADDQ R10, DI
	DECQ CX
	JNZ  loop1

	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	VMOVUPS Y2, 64(DX)
	VMOVUPS Y3, 96(DX)
	VMOVUPS Y4, 128(DX)
	VMOVUPS Y5, 160(DX)
	VMOVUPS Y6, 192(DX)
	VMOVUPS Y7, 224(DX)
	VZEROUPPER
	RET

// func tile1x16(k int, a *float32, steps uintptr, b *float32, ldb uintptr, c *float32)
TEXT ·tile1x16(SB), NOSPLIT, $0-48
	MOVQ k+0(FP), CX
	MOVQ a+8(FP), SI
	MOVQ steps+16(FP), R9
	MOVQ b+24(FP), DI
	MOVQ ldb+32(FP), R10
	MOVQ c+40(FP), DX
	VMOVUPS (DX), Y0
	VMOVUPS 32(DX), Y1

loop2:
	VBROADCASTSS (SI), Y10
	COLUMN(0, Y0)
	COLUMN(32, Y1)
	ADDQ R9, SI
	ADDQ R10, DI
	DECQ CX
	JNZ  loop2

	VMOVUPS Y0, (DX)
	VMOVUPS Y1, 32(DX)
	VZEROUPPER
	RET
