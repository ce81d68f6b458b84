import ArgumentParser
import Dunjing

/// Where candidates and demand come from.
struct LocateSourceOptions: ParsableArguments {
  @Argument(help: ArgumentHelp(zh: "研究的文件夹。", en: "The folder of the study."))
  var path: String?

  @Option(
    help: ArgumentHelp(
      zh: "代替研究的 OR-Library p-中位文件。", en: "A p-median file of the OR-Library in place of a study."))
  var orLibrary: String?

  @Option(
    help: ArgumentHelp(zh: "出行方式的 id（默认：第一个）。", en: "The id of the mode of travel (default: the first)."))
  var mode: String?

  func candidates() throws -> LocateCandidates {
    guard let orLibrary else {
      let world = try world()
      return LocateCandidates(world, mode: try modeIndex(in: world))
    }
    guard path == nil else {
      throw CommandFault(
        zh: "研究的文件夹与 --or-library 只能给一个。", en: "give either the folder of a study or --or-library, not both.")
    }
    return LocateCandidates(try graph(orLibrary))
  }

  func world() throws -> World {
    guard let path else {
      throw CommandFault(
        zh: "请给出研究的文件夹，或用 --or-library 给出文件。", en: "give the folder of a study, or a file with --or-library.")
    }
    return World(keeping: try ScenarioBundle(path: path).load(), travelingAlsoBy: mode)
  }

  func modeIndex(in world: World) throws -> Int {
    let modes = world.scenario.travel.modes.map(\.id)
    guard let mode else { return 0 }
    if let index = modes.firstIndex(of: mode) { return index }
    throw CommandFault(
      zh: "--mode：研究中没有 \(mode)；现有：\(modes.listed.zh)。",
      en: "--mode: the study has no \(mode); it has \(modes.listed.en).")
  }

  private func graph(_ file: String) throws -> ORLibraryGraph {
    let bytes = try ImportTable(reading: file).bytes
    do {
      return try ORLibraryGraph(parsing: String(decoding: bytes, as: UTF8.self))
    } catch {
      throw InvalidScenario(issues: [error.issue(in: file)])
    }
  }
}

extension ORLibraryGraph.Fault {
  /// The fault as one of a file.
  fileprivate func issue(in file: String) -> ScenarioIssue {
    let (problem, remedy) = words
    return ScenarioIssue(file: file, line: line, column: 1, keyPath: "", problem: problem, remedy: remedy)
  }

  private var words: (problem: LocalizedText, remedy: LocalizedText) {
    switch expected {
    case .head:
      (
        LocalizedText(
          zh: "第一行应有节点数、边数和站点数",
          en: "the first line needs the nodes, the edges and the sites"),
        LocalizedText(
          zh: "请写三个不小于 0 的数，例如 100 200 5",
          en: "write three numbers of at least 0, such as 100 200 5")
      )
    case .edges(let count):
      (
        LocalizedText(
          zh: "第一行的边数与其后的行数不符",
          en: "the first line has another number of edges than follow"),
        LocalizedText(
          zh: "请把第二个数写成 \(count)，或补全各边",
          en: "write \(count) as its second number, or add the edges")
      )
    case .nodes(let count):
      (
        LocalizedText(zh: "这条边的节点不存在", en: "the edge names a node that there is not"),
        LocalizedText(zh: "请写 1 到 \(count) 的节点", en: "write nodes from 1 to \(count)")
      )
    case .edge:
      (
        LocalizedText(zh: "这一行不是一条边", en: "the line is no edge"),
        LocalizedText(zh: "请写两个节点和长度，例如 1 2 30", en: "write two nodes and a length, such as 1 2 30")
      )
    }
  }
}
