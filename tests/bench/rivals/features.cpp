// 1000 random features against 4 true and 4 generated points in the plane, for the table of `npm run bench`. Usage: features
// <steps>; prints ns a step, least of repeats. Vectors come from the compiler and its library of vector functions, if at all.
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>

constexpr int features = 1000;
static double u[features], v[features], b[features], theta[features], wanted[features];
static double x[4] = {0.1, -0.3, 0.2, 0.5}, y[4] = {0.2, 0.1, -0.4, 0.3};

int main(int argc, char **argv) {
  const int steps = argc > 1 ? std::atoi(argv[1]) : 1000;
  const double rate = 1e-3, ridge = 0.01, scale = std::sqrt(2.0 / features) / 4;
  const double tx[4] = {1, 0, -1, 0}, ty[4] = {0, 1, 0, -1};
  for (int m = 0; m < features; m++) {
    u[m] = 2 * std::sin(7.4 * m), v[m] = 2 * std::sin(7.4 * m + 3.7), b[m] = 3 + 3 * std::cos(1.3 * m);
    for (int n = 0; n < 4; n++) wanted[m] += scale * std::cos(u[m] * tx[n] + v[m] * ty[n] + b[m]);
  }
  double best = 1e300;
  for (int repeat = 0; repeat < 9; repeat++) {
    auto start = std::chrono::steady_clock::now();
    for (int step = 0; step < steps; step++) {
      static double sum[features];
      for (int m = 0; m < features; m++) sum[m] = 0;
      for (int n = 0; n < 4; n++) {
        double sx = 0, sy = 0;
        for (int m = 0; m < features; m++) {
          const double angle = u[m] * x[n] + v[m] * y[n] + b[m];
          sum[m] += std::cos(angle);
          const double pull = theta[m] * std::sin(angle);
          sx -= pull * u[m], sy -= pull * v[m];
        }
        x[n] += rate * scale * sx, y[n] += rate * scale * sy;
      }
      for (int m = 0; m < features; m++) theta[m] += rate * (wanted[m] - scale * sum[m] - ridge * theta[m]);
    }
    best = std::fmin(best, std::chrono::duration<double, std::nano>(std::chrono::steady_clock::now() - start).count());
  }
  std::printf("%.1f\n", best / steps);
}
