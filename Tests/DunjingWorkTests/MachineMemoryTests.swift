import Testing

@testable import DunjingWork

@Suite struct MachineMemoryTests {
  private let meminfo = """
    MemTotal:       24683520 kB
    MemFree:        22890240 kB
    MemAvailable:    2000000 kB
    SwapTotal:             0 kB

    """

  private func memory(_ files: [String: String]) -> MachineMemory { MachineMemory { files[$0] } }

  @Test func `the machine says what is available`() {
    let memory = memory(["/proc/meminfo": meminfo])
    #expect(memory == MachineMemory(available: 2_048_000_000, groupLeft: nil))
    #expect(memory.left == 2_048_000_000)
  }

  @Test(arguments: ["", "MemTotal: 5 kB\n", "MemAvailable:\n", "MemAvailable: many kB\n"])
  func `where nothing is said nothing is known`(meminfo: String) {
    #expect(memory(["/proc/meminfo": meminfo]).left == nil)
    #expect(memory([:]).limit(resident: 7) == nil)
  }

  /// Pages of files that are given up first are no use; the group above is tighter here.
  @Test func `the tightest group of version 2 counts`() {
    let memory = memory([
      "/proc/meminfo": meminfo, "/proc/self/cgroup": "0::/jobs/run\n",
      "/sys/fs/cgroup/jobs/run/memory.max": "900000000\n",
      "/sys/fs/cgroup/jobs/run/memory.current": "100000000\n",
      "/sys/fs/cgroup/jobs/memory.max": "500000000\n",
      "/sys/fs/cgroup/jobs/memory.current": "400000000\n",
      "/sys/fs/cgroup/jobs/memory.stat": "anon 300000000\nfile 100000000\ninactive_file 60000000\n"
    ])
    #expect(memory.groupLeft == 160_000_000)
    #expect(memory.left == 160_000_000)
  }

  @Test func `a group without a limit does not count`() {
    let unlimited = [
      "/proc/self/cgroup": "0::/jobs\n", "/sys/fs/cgroup/jobs/memory.max": "max\n",
      "/sys/fs/cgroup/jobs/memory.current": "1\n"
    ]
    #expect(memory(unlimited).groupLeft == nil)
    let first = [
      "/proc/self/cgroup": "4:cpu,memory:/jobs\n",
      "/sys/fs/cgroup/memory/jobs/memory.limit_in_bytes": "9223372036854771712\n",
      "/sys/fs/cgroup/memory/jobs/memory.usage_in_bytes": "1\n"
    ]
    #expect(memory(first).groupLeft == nil)
  }

  /// In a container the path is that of the host, and its own group is the root.
  @Test func `the root of a container counts, in either version`() {
    let first = [
      "/proc/self/cgroup": "5:cpuset:/docker/12\n4:memory:/docker/12\n0::/\n",
      "/sys/fs/cgroup/memory/memory.limit_in_bytes": "300000000\n",
      "/sys/fs/cgroup/memory/memory.usage_in_bytes": "120000000\n",
      "/sys/fs/cgroup/memory/memory.stat": "inactive_file 7\ntotal_inactive_file 20000000\n"
    ]
    #expect(memory(first).groupLeft == 200_000_000)
    let second = [
      "/proc/self/cgroup": "0::/../12\n", "/sys/fs/cgroup/memory.max": "300000000",
      "/sys/fs/cgroup/memory.current": "120000000"
    ]
    #expect(memory(second).groupLeft == 180_000_000)
  }

  @Test(arguments: ["nonsense\n", "4:memory\n", ":::\n", "1:name=systemd:/jobs\n"])
  func `lines that say nothing of memory are passed over`(text: String) {
    let files = [
      "/proc/self/cgroup": text, "/sys/fs/cgroup/jobs/memory.max": "5",
      "/sys/fs/cgroup/jobs/memory.current": "1"
    ]
    #expect(memory(files).groupLeft == nil)
  }

  @Test func `a process may have what it has and nine tenths of what is left`() {
    #expect(MachineMemory(available: 1_000, groupLeft: 500).limit(resident: 70) == 520)
    #expect(MachineMemory(available: 1_000, groupLeft: -30).limit(resident: 70) == 70)
  }
}
