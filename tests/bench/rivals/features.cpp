// 1000 random features against 4 true and 4 generated points in the plane, for the table of `npm run bench`.
// Usage: features <scalar|vector> <members> <steps>; prints ns a step and member, least of repeats.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <vector>

constexpr int features = 1000, points = 4;
constexpr double rate = 1e-3, ridge = 0.01;
static const double scale = std::sqrt(2.0 / features) / points;
static double u[features], v[features], b[features], wanted[features];
static double angle[features], pull[features], sum[features];

struct Member {
  double theta[features], x[points], y[points];
};

// One loop: where sine and cosine of one angle are wanted together the compiler calls sincos, the cheapest way without vectors.
static void answer(const double *theta, double x, double y, double &sx, double &sy) {
  for (int m = 0; m < features; m++) {
    const double a = u[m] * x + v[m] * y + b[m];
    sum[m] += std::cos(a);
    const double p = theta[m] * std::sin(a);
    sx -= p * u[m], sy -= p * v[m];
  }
}

// Loops of their own, never inlined into one: the library has vectors of sin and of cos, and of sincos only with lanes of
// pointers, which is slower than both.
#define APART __attribute__((noinline)) static void
APART angles(double x, double y) {
  for (int m = 0; m < features; m++) angle[m] = u[m] * x + v[m] * y + b[m];
}
APART addCosines() {
  for (int m = 0; m < features; m++) sum[m] += std::cos(angle[m]);
}
APART pulls(const double *theta) {
  for (int m = 0; m < features; m++) pull[m] = theta[m] * std::sin(angle[m]);
}
APART addPulls(double &sx, double &sy) {
  double toX = 0, toY = 0;
  for (int m = 0; m < features; m++) toX -= pull[m] * u[m], toY -= pull[m] * v[m];
  sx = toX, sy = toY;
}

template <bool vectors> void step(Member &member) {
  double *theta = member.theta;
  std::memset(sum, 0, sizeof sum);
  for (int n = 0; n < points; n++) {
    double sx = 0, sy = 0;
    if (vectors)
      angles(member.x[n], member.y[n]), addCosines(), pulls(theta), addPulls(sx, sy);
    else
      answer(theta, member.x[n], member.y[n], sx, sy);
    member.x[n] += rate * scale * sx, member.y[n] += rate * scale * sy;
  }
  for (int m = 0; m < features; m++) theta[m] += rate * (wanted[m] - scale * sum[m] - ridge * theta[m]);
}

template <bool vectors> double measure(int members, int steps) {
  std::vector<Member> all(members);
  for (int k = 0; k < members * points; k++)
    all[k / points].x[k % points] = std::sin(1.7 * k), all[k / points].y[k % points] = std::cos(2.3 * k);
  double best = 1e300;
  for (int repeat = 0; repeat < 100; repeat++) {
    auto start = std::chrono::steady_clock::now();
    for (int k = 0; k < steps; k++)
      for (Member &member : all) step<vectors>(member);
    best = std::fmin(best, std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count());
  }
  // Printed where nobody reads it: what is never looked at might never be computed.
  std::fprintf(stderr, "%.9f\n", all[0].x[0]);
  return best / steps / members;
}

int main(int argc, char **argv) {
  if (argc < 4) return 2;
  const double tx[points] = {1, 0, -1, 0}, ty[points] = {0, 1, 0, -1};
  for (int m = 0; m < features; m++) {
    u[m] = 2 * std::sin(7.4 * m), v[m] = 2 * std::sin(7.4 * m + 3.7), b[m] = 3 + 3 * std::cos(1.3 * m);
    for (int n = 0; n < points; n++) wanted[m] += scale * std::cos(u[m] * tx[n] + v[m] * ty[n] + b[m]);
  }
  const int members = std::atoi(argv[2]), steps = std::atoi(argv[3]);
  std::printf("%.1f\n", std::strcmp(argv[1], "vector") ? measure<false>(members, steps) : measure<true>(members, steps));
}
