/* A clock in seconds. */
#ifndef CLOCK_H
#define CLOCK_H

#include <time.h>

static double seconds(clockid_t clock) {
  struct timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

#endif
