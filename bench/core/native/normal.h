/* Normal numbers, LANES at a time, by the algorithm of assembly/noise.ts: xoshiro128++ in every 32 bits, Box-Muller without a branch,
   and the same polynomials, to 7e-14. */

#include <math.h>
#include <stdint.h>

typedef double real __attribute__((vector_size(8 * LANES)));
typedef uint64_t bits __attribute__((vector_size(8 * LANES)));
typedef uint32_t words __attribute__((vector_size(8 * LANES)));

typedef struct {
  words a, b, c, d;
} stream;

static const double Q[] = {-3.999999999999893528,  -1.3333333335930292139,  -0.7999998974436292095,
                           -0.57144336033688725582, -0.44348354439358603383, -0.39218167865238439521};
static const double S[] = {1.5707963267948895433,     -0.64596409750423961148,   0.079692626153534374088,
                           -0.0046817525667752822225, 0.00016042915250834875792, -3.556206574116599183e-6};
static const double C[] = {0.99999999999993435818,   -1.2337005501181886478,    0.25366950709148199661,
                           -0.020863467311979735356, 0.00091915860402522695107, -0.000024845978626635328757};

static uint32_t splitmix(uint64_t *state) {
  uint64_t z = *state += 0x9e3779b97f4a7c15;
  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
  z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
  return (uint32_t)(z ^ (z >> 31));
}

static stream seeded(uint64_t seed) {
  stream s;
  for (int lane = 0; lane < 2 * LANES; lane++) {
    s.a[lane] = splitmix(&seed);
    s.b[lane] = splitmix(&seed);
    s.c[lane] = splitmix(&seed);
    s.d[lane] = splitmix(&seed);
  }
  return s;
}

static inline bits next(stream *s) {
  words sum = s->a + s->d, result = ((sum << 7) | (sum >> 25)) + s->a, shifted = s->b << 9;
  s->c ^= s->a;
  s->d ^= s->b;
  s->b ^= s->c;
  s->a ^= s->d;
  s->c ^= shifted;
  s->d = (s->d << 11) | (s->d >> 21);
  return (bits)result;
}

/* Uniform on [1, 2) from the highest 52 bits. */
static inline real from_one(bits word) { return (real)((word >> 12) | 0x3ff0000000000000); }

static inline real root(real x) {
  real y;
  for (int lane = 0; lane < LANES; lane++) y[lane] = sqrt(x[lane]);
  return y;
}

static inline real quintic(const double c[6], real y, real yy) {
  return (c[0] + c[1] * y) + (c[2] + c[3] * y) * yy + (c[4] + c[5] * y) * (yy * yy);
}

/* The square root of -2 ln u: u = 2^k m with m near 1, and -2 ln m = s Q(s^2), s = (m - 1)/(m + 1). */
static inline real radius(real u) {
  bits shifted = (bits)u + 0x00095f6200000000;
  real k = (real)((shifted >> 52) | 0x4330000000000000) - (4503599627370496.0 + 1023);
  real m = (real)((shifted & 0x000fffffffffffff) + 0x3fe6a09e00000000);
  real s = (m - 1) / (m + 1), z = s * s;
  return root(k * (-2 * M_LN2) + s * quintic(Q, z, z * z));
}

/* Two vectors of normals: sine and cosine of half the angle, doubled, and a random sign. */
static inline void normals(stream *s, real pair[2]) {
  real r = radius(2 - from_one(next(s)));
  bits word = next(s);
  real v = from_one(word) - 1.5, y = v * v, yy = y * y;
  real sine = v * quintic(S, y, yy), cosine = quintic(C, y, yy);
  real signed_r = (real)((bits)r ^ (word << 63)), twice = (signed_r + signed_r) * sine;
  pair[0] = twice * cosine;
  pair[1] = signed_r - twice * sine;
}
