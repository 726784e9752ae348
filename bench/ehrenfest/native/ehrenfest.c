/* Ehrenfest dynamics in Tully's first model, one trajectory after the other: free flights, and between them the exact flow at fixed nuclei, in which the
   spin (x, y, z) of the electrons turns about b = (V12, 0, V11) at the rate 2|b|. Halves of flows that meet are one. Answers requests as
   core/peers/serve.py does. */

#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include "../../core/native/clock.h"

static const double A = 0.01, B = 1.6, C = 0.005, D = 1;

typedef struct {
  long trajectories, steps;
  double dt, mass, q, p, spread;
} request;

typedef struct {
  double q, p, x, y, z;
} state;

static double number(const char *line, const char *name) {
  const char *at = strstr(line, name);
  if (at == NULL) exit(1);
  return strtod(strchr(at, ':') + 1, NULL);
}

static request read_request(const char *line) {
  request r = {number(line, "\"trajectories\""), number(line, "\"steps\""), number(line, "\"dt\""),
               number(line, "\"mass\""),         number(line, "\"q\""),     number(line, "\"p\""),
               number(line, "\"spread\"")};
  return r;
}

/* V11 = -V22, and V12, at q. */
static void field(double q, double *v, double *c) {
  *v = copysign(A * (1 - exp(-B * fabs(q))), q);
  *c = C * exp(-D * q * q);
}

static inline void flow(state *s, double h) {
  double decay = exp(-B * fabs(s->q)), c = C * exp(-D * s->q * s->q);
  double v = copysign(A * (1 - decay), s->q), dv = A * B * decay, dc = -2 * D * s->q * c;
  double size = sqrt(v * v + c * c), inverse = 1 / size, nx = c * inverse, nz = v * inverse, sine, cosine;
  sincos(h * size, &sine, &cosine); /* half of the angle */
  double sin = 2 * sine * cosine, fall = 2 * sine * sine, cos = 1 - fall;
  double along = nx * s->x + nz * s->z, u = nz * s->x - nx * s->z, y = s->y;
  double across = (u * sin - y * fall) * 0.5 * inverse;
  s->p -= h * along * (nx * dc + nz * dv) + across * (nz * dc - nx * dv);
  double turned = u * cos - y * sin;
  s->y = y * cos + u * sin;
  s->x = along * nx + turned * nz;
  s->z = along * nz - turned * nx;
}

static double energy(const state *s, double mass) {
  double v, c;
  field(s->q, &v, &c);
  return s->p * s->p / (2 * mass) + v * s->z + c * s->x;
}

/* The means of p, of the upper population and of the change of energy at the end; momenta of the starts lie evenly. */
static void run(const request *r, double answer[3]) {
  double sums[3] = {0, 0, 0};
  for (long k = 0; k < r->trajectories; k++) {
    double v, c;
    field(r->q, &v, &c);
    double size = sqrt(v * v + c * c);
    state s = {r->q, r->p + r->spread * (k + 0.5) / r->trajectories, -c / size, 0, -v / size};
    double before = energy(&s, r->mass), pace = r->dt / r->mass;
    flow(&s, 0.5 * r->dt);
    for (long step = 1; step < r->steps; step++) {
      s.q += pace * s.p;
      flow(&s, r->dt);
    }
    s.q += pace * s.p;
    flow(&s, 0.5 * r->dt);
    field(s.q, &v, &c);
    sums[0] += s.p;
    sums[1] += 0.5 * (1 + (v * s.z + c * s.x) / sqrt(v * v + c * c));
    sums[2] += energy(&s, r->mass) - before;
  }
  for (int i = 0; i < 3; i++) answer[i] = sums[i] / r->trajectories;
}

int main(void) {
  char line[4096];
  while (fgets(line, sizeof line, stdin)) {
    request r = read_request(line);
    double answer[3], wall = seconds(CLOCK_MONOTONIC), processor = seconds(CLOCK_PROCESS_CPUTIME_ID);
    run(&r, answer);
    wall = seconds(CLOCK_MONOTONIC) - wall;
    processor = seconds(CLOCK_PROCESS_CPUTIME_ID) - processor;
    printf("{\"wall\":%.9f,\"processor\":%.9f,\"answer\":[%.15g,%.15g,%.15g,%ld]}\n", wall, processor, answer[0],
           answer[1], answer[2], r.trajectories);
    fflush(stdout);
  }
}
