/* Replays files, and mutations of them from a fixed seed: usage: fuzz ROUNDS FILE… */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static uint32_t
next(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static void
mutate(uint8_t *data, size_t size, uint32_t *state)
{
	static const char marks[] = "<>/='\"&;!-\0\n\r \xFF\xC3{}()[]:,.#@*\\";
	size_t changes = 1 + next(state) % 8;

	while (size != 0 && changes-- != 0) {
		size_t at = next(state) % size;
		size_t from = next(state) % size;
		size_t length = next(state) % 16;

		data[at] = (uint8_t)marks[next(state) % (sizeof(marks) - 1)];
		if (at + length < size && from + length < size)
			memmove(data + at, data + from, length);
	}
}

int
main(int argc, char **argv)
{
	static uint8_t whole[1 << 20];
	static uint8_t data[1 << 20];
	long rounds = argc > 1 ? strtol(argv[1], NULL, 10) : 0;
	uint32_t state = 1;

	for (int i = 2; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		size_t size;

		if (file == NULL) {
			perror(argv[i]);
			return 1;
		}
		size = fread(whole, 1, sizeof(whole), file);
		fclose(file);
		LLVMFuzzerTestOneInput(whole, size);
		for (long round = 0; round < rounds; round++) {
			memcpy(data, whole, size);
			mutate(data, size, &state);
			LLVMFuzzerTestOneInput(data, size);
		}
	}
	return 0;
}
