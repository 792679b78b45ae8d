/* What the network library asks of a program: once, before any crawl, from one thread. */
#ifndef CLAIR_NET_START_H
#define CLAIR_NET_START_H

#include <stdbool.h>

bool clair_net_start(void);

#endif
