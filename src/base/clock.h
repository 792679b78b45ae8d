/* An end in the processor time of the thread: a busy machine does not change what a page gets. */
#ifndef CLAIR_BASE_CLOCK_H
#define CLAIR_BASE_CLOCK_H

#include <stdbool.h>
#include <time.h>

static inline struct timespec
clair_clock_after(unsigned milliseconds)
{
	struct timespec end;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
	end.tv_sec += milliseconds / 1000;
	end.tv_nsec += (long)(milliseconds % 1000) * 1000000;
	if (end.tv_nsec >= 1000000000) {
		end.tv_nsec -= 1000000000;
		end.tv_sec++;
	}
	return end;
}

/* What the thread did since `from` is not counted. */
static inline void
clair_clock_forget(struct timespec *end, const struct timespec *from)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	end->tv_sec += now.tv_sec - from->tv_sec;
	end->tv_nsec += now.tv_nsec - from->tv_nsec;
	if (end->tv_nsec < 0) {
		end->tv_nsec += 1000000000;
		end->tv_sec--;
	} else if (end->tv_nsec >= 1000000000) {
		end->tv_nsec -= 1000000000;
		end->tv_sec++;
	}
}

static inline bool
clair_clock_is_past(const struct timespec *end)
{
	struct timespec now;

	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return now.tv_sec > end->tv_sec ||
	    (now.tv_sec == end->tv_sec && now.tv_nsec >= end->tv_nsec);
}

#endif
