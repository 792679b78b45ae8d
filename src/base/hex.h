/* Digits of base 16. */
#ifndef CLAIR_BASE_HEX_H
#define CLAIR_BASE_HEX_H

/* What the digit counts, in capitals or not; -1: it is none. */
static inline int
clair_hex(char byte)
{
	if (byte >= '0' && byte <= '9')
		return byte - '0';
	if (byte >= 'a' && byte <= 'f')
		return byte - 'a' + 10;
	return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

#endif
