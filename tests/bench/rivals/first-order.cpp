// The first-order step of two unit normals against two intervals (li2017, eqs. 9-11), by hand: for the table of
// `npm run bench`. Usage: first-order <scalar|pairs|wide> <members> <steps>; prints ns a step and member, least of repeats.
// Without contraction no fused operations are made; `wide` may use what the compiler is allowed to.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>
#include <immintrin.h>

struct Scalar {
  using V = double;
  static constexpr int lanes = 1;
  static V set(double x) { return x; }
  static V load(const double *p) { return *p; }
  static void store(double *p, V x) { *p = x; }
  static V add(V a, V b) { return a + b; }
  static V sub(V a, V b) { return a - b; }
  static V mul(V a, V b) { return a * b; }
  static V gaussian(V x) { return std::exp(-0.5 * x * x); }
};

// e^x for x in [-708, 0]: Cody-Waite reduction and a polynomial of degree 11.
template <class S> typename S::V exponential(typename S::V x) {
  using V = typename S::V;
  const V rounder = S::set(6755399441055744.0);
  V bits = S::add(S::mul(x, S::set(1.4426950408889634)), rounder);
  V k = S::sub(bits, rounder);
  V r = S::sub(S::sub(x, S::mul(k, S::set(0.6931471803691238))), S::mul(k, S::set(1.9082149292705877e-10)));
  static const double c[] = {1.0, 1.0, 0.5, 0.16666666666666666, 0.041666666666666664, 0.008333333333333333,
                             0.001388888888888889, 0.0001984126984126984, 2.48015873015873e-05,
                             2.7557319223985893e-06, 2.755731922398589e-07, 2.505210838544172e-08};
  V p = S::set(c[11]);
  for (int i = 10; i >= 0; i--) p = S::add(S::mul(p, r), S::set(c[i]));
  return S::scale(p, bits);
}

struct Pairs {
  using V = __m128d;
  static constexpr int lanes = 2;
  static V set(double x) { return _mm_set1_pd(x); }
  static V load(const double *p) { return _mm_loadu_pd(p); }
  static void store(double *p, V x) { _mm_storeu_pd(p, x); }
  static V add(V a, V b) { return _mm_add_pd(a, b); }
  static V sub(V a, V b) { return _mm_sub_pd(a, b); }
  static V mul(V a, V b) { return _mm_mul_pd(a, b); }
  static V scale(V p, V bits) {
    return _mm_castsi128_pd(_mm_add_epi64(_mm_castpd_si128(p), _mm_slli_epi64(_mm_castpd_si128(bits), 52)));
  }
  static V gaussian(V x) { return exponential<Pairs>(mul(mul(set(-0.5), x), x)); }
};

#ifdef __AVX512F__
struct Wide {
  using V = __m512d;
  static constexpr int lanes = 8;
  static V set(double x) { return _mm512_set1_pd(x); }
  static V load(const double *p) { return _mm512_loadu_pd(p); }
  static void store(double *p, V x) { _mm512_storeu_pd(p, x); }
  static V add(V a, V b) { return _mm512_add_pd(a, b); }
  static V sub(V a, V b) { return _mm512_sub_pd(a, b); }
  static V mul(V a, V b) { return _mm512_mul_pd(a, b); }
  static V scale(V p, V bits) {
    return _mm512_castsi512_pd(_mm512_add_epi64(_mm512_castpd_si512(p), _mm512_slli_epi64(_mm512_castpd_si512(bits), 52)));
  }
  static V gaussian(V x) { return exponential<Wide>(mul(mul(set(-0.5), x), x)); }
};
#elif defined(__AVX2__)
struct Wide {
  using V = __m256d;
  static constexpr int lanes = 4;
  static V set(double x) { return _mm256_set1_pd(x); }
  static V load(const double *p) { return _mm256_loadu_pd(p); }
  static void store(double *p, V x) { _mm256_storeu_pd(p, x); }
  static V add(V a, V b) { return _mm256_add_pd(a, b); }
  static V sub(V a, V b) { return _mm256_sub_pd(a, b); }
  static V mul(V a, V b) { return _mm256_mul_pd(a, b); }
  static V scale(V p, V bits) {
    return _mm256_castsi256_pd(_mm256_add_epi64(_mm256_castpd_si256(p), _mm256_slli_epi64(_mm256_castpd_si256(bits), 52)));
  }
  static V gaussian(V x) { return exponential<Wide>(mul(mul(set(-0.5), x), x)); }
};
#else
using Wide = Pairs;
#endif

// state: mu1, mu2, l1, l2, r1, r2, members each.
template <class S> void steps(double *state, int members, int count) {
  using V = typename S::V;
  const V rate = S::set(0.1), weight = S::set(0.5 * 0.39894228040143267794), zero = S::set(0);
  const V target[2] = {S::set(-0.5), S::set(0.5)};
  for (int step = 0; step < count; step++)
    for (int m = 0; m < members; m += S::lanes) {
      V mu[2], end[4], pull[2] = {zero, zero};
      for (int j = 0; j < 2; j++) mu[j] = S::load(state + j * members + m);
      for (int i = 0; i < 4; i++) end[i] = S::load(state + (2 + i) * members + m);
      for (int i = 0; i < 4; i++) {
        V excess = zero, own[2];
        for (int j = 0; j < 2; j++) {
          excess = S::add(excess, S::gaussian(S::sub(end[i], target[j])));
          own[j] = S::gaussian(S::sub(end[i], mu[j]));
        }
        for (int j = 0; j < 2; j++) {
          excess = S::sub(excess, own[j]);
          pull[j] = i < 2 ? S::sub(pull[j], own[j]) : S::add(pull[j], own[j]);
        }
        V move = S::mul(S::mul(rate, weight), excess);
        V next = i < 2 ? S::sub(end[i], move) : S::add(end[i], move);
        S::store(state + (2 + i) * members + m, next);
      }
      for (int j = 0; j < 2; j++)
        S::store(state + j * members + m, S::sub(mu[j], S::mul(S::mul(rate, weight), pull[j])));
    }
}

template <class S> double measure(int given, int count) {
  // Whole vectors: those that are left over stay empty of use.
  const int members = (given + S::lanes - 1) / S::lanes * S::lanes;
  std::vector<double> state(6 * members);
  double best = 1e300;
  for (int repeat = 0; repeat < 100; repeat++) {
    for (int k = 0; k < 6 * members; k++) state[k] = std::sin(k * 1.7) * 2;
    auto start = std::chrono::steady_clock::now();
    steps<S>(state.data(), members, count);
    double ns = std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count();
    best = std::fmin(best, ns / count / given);
  }
  volatile double sink = state[0];
  (void)sink;
  return best;
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  const int members = std::atoi(argv[2]), count = std::atoi(argv[3]);
  double ns = !std::strcmp(argv[1], "scalar")  ? measure<Scalar>(members, count)
              : !std::strcmp(argv[1], "pairs") ? measure<Pairs>(members, count)
                                               : measure<Wide>(members, count);
  std::printf("%.3f\n", ns);
}
