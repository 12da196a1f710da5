// Slopes of an exact RBF discriminator, a history of 256 atoms, at 4 points in the plane, for the table of `npm run bench`.
// Usage: history <steps>; prints ns a step, least of repeats. Vectors come from the compiler and its library, if at all.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

constexpr int atoms = 256;
static double p[atoms], q[atoms], c[atoms];
static double x[4] = {0.1, -0.3, 0.2, 0.5}, y[4] = {0.2, 0.1, -0.4, 0.3};

int main(int argc, char **argv) {
  const int steps = argc > 1 ? std::atoi(argv[1]) : 1000;
  for (int h = 0; h < atoms; h++)
    p[h] = std::cos(2.6 * h) * 1.1, q[h] = std::cos(2.6 * h + 1.3) * 1.1, c[h] = std::sin(2.1 * h) * 1e-3;
  double best = 1e300;
  for (int repeat = 0; repeat < 9; repeat++) {
    auto start = std::chrono::steady_clock::now();
    for (int step = 0; step < steps; step++)
      for (int n = 0; n < 4; n++) {
        double up = 0, side = 0;
        const double u = x[n], v = y[n];
        for (int h = 0; h < atoms; h++) {
          const double dx = p[h] - u, dy = q[h] - v;
          const double k = c[h] * std::exp(-0.5 * (dx * dx + dy * dy));
          up += k * dx, side += k * dy;
        }
        x[n] += 0.25e-3 * up, y[n] += 0.25e-3 * side;
      }
    best = std::fmin(best, std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count());
  }
  std::printf("%.1f\n", best / steps);
}
