// The yardstick: the three queueing benchmarks as a C++ programmer would write them who cares about speed but uses
// the standard library: std::priority_queue for the calendar, a value type for the event, xoshiro256++ for
// the random numbers and the ziggurat for exponentials. Prints one JSON object.
//
//   g++ -O3 -std=c++20 queues.cpp -o queues && ./queues mm1 10000000 1
//
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <queue>
#include <vector>

namespace {

/// D. Blackman & S. Vigna (2021), "Scrambled linear pseudorandom number generators": xoshiro256++.
class Random {
 public:
  explicit Random(std::uint64_t seed) {
    for (auto& word : state_) {
      seed += 0x9e3779b97f4a7c15;
      std::uint64_t z = seed;
      z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
      z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
      word = z ^ (z >> 31);
    }
    // G. Marsaglia & W. W. Tsang (2000), "The ziggurat method for generating random variables", 256 layers.
    const double tail = 7.69711747013104972, area = 0.0039496598225815571993;
    edge_[0] = area / std::exp(-tail);
    edge_[1] = tail;
    for (int i = 2; i < 256; ++i) edge_[i] = -std::log(area / edge_[i - 1] + std::exp(-edge_[i - 1]));
    edge_[256] = 0;
    for (int i = 0; i <= 256; ++i) height_[i] = std::exp(-edge_[i]);
  }

  std::uint64_t next() {
    const std::uint64_t result = rotate(state_[0] + state_[3], 23) + state_[0];
    const std::uint64_t t = state_[1] << 17;
    state_[2] ^= state_[0];
    state_[3] ^= state_[1];
    state_[1] ^= state_[2];
    state_[0] ^= state_[3];
    state_[2] ^= t;
    state_[3] = rotate(state_[3], 45);
    return result;
  }

  double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

  double exponential() {
    for (;;) {
      const std::uint64_t bits = next();
      const int layer = bits & 255;
      const double value = static_cast<double>(bits >> 12) * 0x1p-52 * edge_[layer];
      if (value < edge_[layer + 1]) return value;
      if (layer == 0) return edge_[1] + exponential();
      if (height_[layer] + unit() * (height_[layer + 1] - height_[layer]) < std::exp(-value)) return value;
    }
  }

 private:
  static std::uint64_t rotate(std::uint64_t x, int k) { return (x << k) | (x >> (64 - k)); }
  std::uint64_t state_[4];
  double edge_[257], height_[257];
};

struct Event {
  double time;
  std::uint32_t sequence;
  std::int32_t subject;  // -1: an arrival, -2 and below: an arrival of a class, else the server or unit
  bool operator>(const Event& other) const {
    return time > other.time || (time == other.time && sequence > other.sequence);
  }
};
using Calendar = std::priority_queue<Event, std::vector<Event>, std::greater<Event>>;

/// First in, first out, in a circle that grows.
class Line {
 public:
  bool empty() const { return head_ == tail_; }
  void push(double time) {
    if (tail_ - head_ == times_.size()) grow();
    times_[tail_++ & (times_.size() - 1)] = time;
  }
  double pop() { return times_[head_++ & (times_.size() - 1)]; }

 private:
  void grow() {
    std::vector<double> larger(times_.size() * 2);
    for (std::size_t i = head_; i != tail_; ++i) larger[i & (larger.size() - 1)] = times_[i & (times_.size() - 1)];
    times_.swap(larger);
  }
  std::vector<double> times_ = std::vector<double>(64);
  std::size_t head_ = 0, tail_ = 0;
};

struct Outcome {
  std::uint64_t work = 0;  // events, or calls
  double value = 0;        // what theory knows
};

/// M/M/1 at load 0.9; the mean wait is 9 services.
Outcome mm1(std::uint64_t customers, std::uint64_t seed) {
  Random random(seed);
  Calendar calendar;
  Line line;
  std::uint32_t sequence = 0;
  bool busy = false;
  std::uint64_t arrived = 0, events = 0, served = 0;
  double waited = 0;
  calendar.push({random.exponential() / 0.9, sequence++, -1});
  while (!calendar.empty()) {
    const Event event = calendar.top();
    calendar.pop();
    ++events;
    if (event.subject < 0) {
      if (++arrived < customers) calendar.push({event.time + random.exponential() / 0.9, sequence++, -1});
      if (busy) {
        line.push(event.time);
      } else {
        busy = true;
        ++served;
        calendar.push({event.time + random.exponential(), sequence++, 0});
      }
    } else if (line.empty()) {
      busy = false;
    } else {
      waited += event.time - line.pop();
      ++served;
      calendar.push({event.time + random.exponential(), sequence++, 0});
    }
  }
  return {events, waited / static_cast<double>(served)};
}

/// M/M/10 at load 0.9 with three classes of equal rate, the first served first; the mean wait is 0.6687.
Outcome priority(std::uint64_t customers, std::uint64_t seed) {
  Random random(seed);
  Calendar calendar;
  Line lines[3];
  std::uint32_t sequence = 0;
  int idle = 10;
  std::uint64_t arrived = 0, events = 0, served = 0;
  double waited = 0;
  for (int kind = 0; kind < 3; ++kind) calendar.push({random.exponential() / 3, sequence++, -1 - kind});
  while (!calendar.empty()) {
    const Event event = calendar.top();
    calendar.pop();
    ++events;
    if (event.subject < 0) {
      if (arrived < customers) {
        ++arrived;
        calendar.push({event.time + random.exponential() / 3, sequence++, event.subject});
      }
      if (idle > 0) {
        --idle;
        ++served;
        calendar.push({event.time + random.exponential(), sequence++, 0});
      } else {
        lines[-1 - event.subject].push(event.time);
      }
    } else {
      int kind = 0;
      while (kind < 3 && lines[kind].empty()) ++kind;
      if (kind == 3) {
        ++idle;
      } else {
        waited += event.time - lines[kind].pop();
        ++served;
        calendar.push({event.time + random.exponential(), sequence++, 0});
      }
    }
  }
  return {events, waited / static_cast<double>(served)};
}

struct Unit {
  double x, y;
  bool idle;
};

struct Call {
  double time, x, y;
};

/// Fifty units on a lattice, the nearest idle one is sent, it returns before it is free; the mean response is 1.69.
Outcome dispatch(std::uint64_t calls, std::uint64_t seed) {
  Random random(seed);
  Calendar calendar;
  std::vector<Unit> units;
  for (int i = 0; i < 10; ++i)
    for (int j = 0; j < 5; ++j) units.push_back({5.0 + 10 * i, 10.0 + 20 * j, true});
  std::queue<Call> waiting;
  std::uint32_t sequence = 0;
  std::uint64_t arrived = 0, reached = 0;
  double response = 0;
  const auto distance = [](const Unit& unit, const Call& call) {
    return std::abs(unit.x - call.x) + std::abs(unit.y - call.y);
  };
  const auto send = [&](int unit, const Call& call, double now) {
    const double travel = distance(units[unit], call) / 10;
    units[unit].idle = false;
    response += now + travel - call.time;
    ++reached;
    calendar.push({now + travel + random.exponential() * 30 + travel, sequence++, unit});
  };
  calendar.push({random.exponential() / 0.95, sequence++, -1});
  while (!calendar.empty()) {
    const Event event = calendar.top();
    calendar.pop();
    if (event.subject < 0) {
      if (++arrived < calls) calendar.push({event.time + random.exponential() / 0.95, sequence++, -1});
      const Call call{event.time, random.unit() * 100, random.unit() * 100};
      int nearest = -1;
      double least = std::numeric_limits<double>::infinity();
      for (int unit = 0; unit < static_cast<int>(units.size()); ++unit) {
        if (!units[unit].idle) continue;
        const double d = distance(units[unit], call);
        if (d < least) {
          least = d;
          nearest = unit;
        }
      }
      if (nearest < 0) {
        waiting.push(call);
      } else {
        send(nearest, call, event.time);
      }
    } else if (waiting.empty()) {
      units[event.subject].idle = true;
    } else {
      const Call call = waiting.front();
      waiting.pop();
      send(event.subject, call, event.time);
    }
  }
  return {reached, response / static_cast<double>(reached)};
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) return std::fprintf(stderr, "usage: queues mm1|priority|dispatch COUNT SEED\n"), 2;
  const std::uint64_t work = std::strtoull(arguments[2], nullptr, 10), seed = std::strtoull(arguments[3], nullptr, 10);
  Outcome (*const run)(std::uint64_t, std::uint64_t) = !std::strcmp(arguments[1], "mm1")        ? mm1
                                                       : !std::strcmp(arguments[1], "priority") ? priority
                                                                                                : dispatch;
  const auto start = std::chrono::steady_clock::now();
  const Outcome outcome = run(work, seed);
  const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - start;
  std::printf("{\"work\": %llu, \"seconds\": %.6f, \"value\": %.9g}\n", static_cast<unsigned long long>(outcome.work),
              elapsed.count(), outcome.value);
}
