// Slopes of an exact RBF discriminator, a history of 256 atoms, at 4 points in the plane, for the table of `npm run bench`.
// Usage: history <members> <steps>; prints ns a step and member, least of repeats. Vectors come from the compiler and its
// library, where the flags let it take them.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <vector>

constexpr int atoms = 256, points = 4;
constexpr double rate = 0.25e-3;

struct Member {
  double p[atoms], q[atoms], c[atoms], x[points], y[points];
};

static void step(Member &member) {
  const double *p = member.p, *q = member.q, *c = member.c;
  for (int n = 0; n < points; n++) {
    double up = 0, side = 0;
    const double u = member.x[n], v = member.y[n];
    for (int h = 0; h < atoms; h++) {
      const double dx = p[h] - u, dy = q[h] - v;
      const double k = c[h] * std::exp(-0.5 * (dx * dx + dy * dy));
      up += k * dx, side += k * dy;
    }
    member.x[n] += rate * up, member.y[n] += rate * side;
  }
}

int main(int argc, char **argv) {
  if (argc < 3) return 2;
  const int members = std::atoi(argv[1]), steps = std::atoi(argv[2]);
  std::vector<Member> all(members);
  for (int m = 0; m < members; m++) {
    for (int h = 0; h < atoms; h++)
      all[m].p[h] = std::cos(2.6 * h + m) * 1.1, all[m].q[h] = std::cos(2.6 * h + 1.3 + m) * 1.1,
      all[m].c[h] = std::sin(2.1 * h) * 1e-3;
    for (int n = 0; n < points; n++) all[m].x[n] = std::sin(1.7 * n + m), all[m].y[n] = std::cos(2.3 * n + m);
  }
  double best = 1e300;
  for (int repeat = 0; repeat < 100; repeat++) {
    auto start = std::chrono::steady_clock::now();
    for (int k = 0; k < steps; k++)
      for (Member &member : all) step(member);
    best = std::fmin(best, std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count());
  }
  // Printed where nobody reads it: what is never looked at might never be computed.
  std::fprintf(stderr, "%.9f\n", all[0].x[0]);
  std::printf("%.1f\n", best / steps / members);
}
