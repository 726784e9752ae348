/* BAOAB in V(x) = h (x^2 - 1)^2, LANES doubles a vector. Answers requests as peers/serve.py does. */

#include "normal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "clock.h"

#define VECTORS (64 / LANES) /* 64 trajectories at once */

typedef struct {
  long trajectories, steps, every;
  double dt, mass, gamma, kT, h;
} request;

/* In velocities scaled so that a drift is q + v. */
typedef struct {
  double width, keep, noise, kick;
} constants;

static double number(const char *line, const char *name) {
  const char *at = strstr(line, name);
  if (at == NULL) exit(1);
  return strtod(strchr(at, ':') + 1, NULL);
}

static request read_request(const char *line) {
  request r = {number(line, "\"trajectories\""), number(line, "\"steps\""), number(line, "\"every\""),
               number(line, "\"dt\""),           number(line, "\"mass\""),  number(line, "\"gamma\""),
               number(line, "\"kT\""),           number(line, "\"h\"")};
  return r;
}

static constants constants_of(const request *r) {
  double drift = r->dt / 2 / r->mass, keep = exp(-r->gamma * r->dt), width = drift * sqrt(r->mass * r->kT);
  constants c = {width, keep, width * sqrt(1 - keep * keep), drift * 4 * r->h * r->dt / 2};
  return c;
}

/* One block of trajectories; for each the sum of the squares that were looked at. */
static void block(const request *r, const constants *c, uint64_t seed, real sums[VECTORS]) {
  stream s = seeded(seed);
  real q[VECTORS], v[VECTORS], force[VECTORS], xi[2];
  for (int i = 0; i < VECTORS; i += 2) {
    normals(&s, v + i);
    for (int j = i; j < i + 2; j++) {
      v[j] *= c->width;
      q[j] = (real){0} - 1;
      force[j] = (real){0};
      sums[j] = (real){0};
    }
  }
  for (long step = 1; step <= r->steps; step++) {
    for (int i = 0; i < VECTORS; i += 2) {
      normals(&s, xi);
      for (int j = 0; j < 2; j++) {
        real w = v[i + j] + force[i + j];
        real x = q[i + j] + w;
        w = c->keep * w + c->noise * xi[j];
        x += w;
        force[i + j] = c->kick * x * (1 - x * x);
        q[i + j] = x;
        v[i + j] = w + force[i + j];
      }
    }
    if (step % r->every == 0)
      for (int i = 0; i < VECTORS; i++) sums[i] += q[i] * q[i];
  }
}

/* The mean square and its standard error, from the mean of each trajectory. */
static void run(const request *r, double answer[2]) {
  constants c = constants_of(r);
  long blocks = (r->trajectories + 63) / 64, samples = r->steps / r->every;
  double sum = 0, squares = 0;
  for (long b = 0; b < blocks; b++) {
    real sums[VECTORS];
    block(r, &c, 7 + (uint64_t)b * 0x632be59bd9b4e019, sums);
    for (int i = 0; i < VECTORS; i++)
      for (int lane = 0; lane < LANES; lane++) {
        double mean = sums[i][lane] / samples;
        sum += mean;
        squares += mean * mean;
      }
  }
  double n = 64.0 * blocks;
  answer[0] = sum / n;
  answer[1] = sqrt((squares / n - answer[0] * answer[0]) / (n - 1));
}

int main(void) {
  char line[4096];
  while (fgets(line, sizeof line, stdin)) {
    request r = read_request(line);
    double answer[2], wall = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
    run(&r, answer);
    wall = seconds(CLOCK_MONOTONIC) - wall;
    processor = seconds(CLOCK_PROCESS_CPUTIME_ID) - processor;
    printf("{\"wall\":%.9f,\"processor\":%.9f,\"answer\":[%.12g,%.12g]}\n", wall, processor, answer[0], answer[1]);
    fflush(stdout);
  }
}
