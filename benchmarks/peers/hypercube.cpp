// The exact hypercube as a C++ programmer would write it who knows the method: dispatch rates of every state stored,
// Gauss-Seidel in the order of the states, until the change is below 1e-14. One thread.
//
//   g++ -O3 -march=native hypercube.cpp -o hypercube && ./hypercube INSTANCE
#include <chrono>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <vector>

int main(int argc, char** argv) {
  std::ifstream file(argc > 1 ? argv[1] : "");
  int n = 0, atoms = 0;
  file >> n >> atoms;
  std::vector<double> rate(atoms), service(n);
  std::vector<std::vector<int>> order(atoms, std::vector<int>(n));
  for (double& r : rate) file >> r;
  for (double& s : service) file >> s;
  for (auto& list : order)
    for (int& unit : list) file >> unit;
  if (!file) return fprintf(stderr, "the instance cannot be read\n"), 1;
  auto start = std::chrono::steady_clock::now();
  double arrivals = 0, capacity = 0;
  for (double r : rate) arrivals += r;
  for (double s : service) capacity += s;
  const double load = arrivals / capacity, mean = capacity / n;
  const size_t states = size_t(1) << n, full = states - 1;
  std::vector<double> rates(states * n, 0.0), p(states, 1.0);
  for (size_t s = 0; s < full; s++)
    for (int a = 0; a < atoms; a++)
      for (int i : order[a])
        if (!(s >> i & 1)) { rates[s * n + i] += rate[a]; break; }
  std::vector<double> level(n + 1);
  level[0] = 1;
  for (int k = 1; k <= n; k++) level[k] = level[k - 1] * arrivals / (mean * (n - k + 1));
  for (size_t s = 0; s < states; s++) p[s] = level[__builtin_popcountll(s)];
  int sweeps = 0;
  for (double change = 1; change > 1e-14; sweeps++) {
    double sum = 0;
    change = 0;
    for (size_t s = 0; s < states; s++) {
      double in = 0, out = s == full ? 0 : arrivals;
      for (int i = 0; i < n; i++) {
        size_t other = s ^ (size_t(1) << i);
        if (s >> i & 1) in += p[other] * rates[other * n + i], out += service[i];
        else in += p[other] * service[i];
      }
      double weight = in / out;
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
