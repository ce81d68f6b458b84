// The exact hypercube as a C++ programmer would write it who knows the method: dispatch rates of every state stored,
// Gauss-Seidel in the order of the states, until the change is below 1e-14. One thread.
//
//   g++ -O3 -march=native hypercube.cpp -o hypercube && ./hypercube UNITS ATOMS LOAD
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <vector>

int main(int argc, char** argv) {
  const int n = argc > 1 ? atoi(argv[1]) : 15, atoms = argc > 2 ? atoi(argv[2]) : 100;
  const double load = argc > 3 ? atof(argv[3]) : 0.65;
  std::mt19937_64 random(1);
  std::uniform_real_distribution<double> unit(0, 1);
  std::vector<double> px(n), py(n), rate(atoms);
  for (int i = 0; i < n; i++) px[i] = unit(random), py[i] = unit(random);
  std::vector<std::vector<int>> order(atoms, std::vector<int>(n));
  double total = 0;
  for (int a = 0; a < atoms; a++) {
    double x = unit(random), y = unit(random);
    for (int i = 0; i < n; i++) order[a][i] = i;
    std::sort(order[a].begin(), order[a].end(), [&](int i, int j) {
      return fabs(px[i] - x) + fabs(py[i] - y) < fabs(px[j] - x) + fabs(py[j] - y);
    });
    total += rate[a] = 0.1 + unit(random);
  }
  for (double& r : rate) r *= load * n / total;
  auto start = std::chrono::steady_clock::now();
  const double arrivals = load * n;
  const size_t states = size_t(1) << n, full = states - 1;
  std::vector<double> rates(states * n, 0.0), p(states, 1.0);
  for (size_t s = 0; s < full; s++)
    for (int a = 0; a < atoms; a++)
      for (int i : order[a])
        if (!(s >> i & 1)) { rates[s * n + i] += rate[a]; break; }
  std::vector<double> level(n + 1);
  level[0] = 1;
  for (int k = 1; k <= n; k++) level[k] = level[k - 1] * arrivals / (n - k + 1);
  for (size_t s = 0; s < states; s++) p[s] = level[__builtin_popcountll(s)];
  int sweeps = 0;
  for (double change = 1; change > 1e-14; sweeps++) {
    double sum = 0;
    change = 0;
    for (size_t s = 0; s < states; s++) {
      double in = 0;
      for (int i = 0; i < n; i++) {
        size_t other = s ^ (size_t(1) << i);
        in += s >> i & 1 ? p[other] * rates[other * n + i] : p[other];
      }
      double weight = in / ((s == full ? 0 : arrivals) + __builtin_popcountll(s));
      change += fabs(weight - p[s]);
      sum += p[s] = weight;
    }
    change /= sum;
  }
  double sum = p[full] * load / (1 - load), busy = sum;
  for (size_t s = 0; s < states; s++) {
    sum += p[s];
    if (s & 1) busy += p[s];
  }
  double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  printf("{\"work\": %zu, \"seconds\": %.4f, \"value\": %.9f, \"sweeps\": %d}\n", states, seconds, busy / sum, sweeps);
}
