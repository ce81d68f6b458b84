// What cannot be reached, what lies beside the roads, and what of that is said.
extension NetworkReader {
  /// Keeps the largest part of a network that is connected, if that is wanted; otherwise every node has to be within reach
  /// of every other.
  /// - Returns: where things at the nodes of the file are now; nil after adding an issue.
  mutating func connect(_ network: inout ImportedNetwork) -> SnappedNodes? {
    let index = NodeIndex(network)
    let parts = StrongParts(nodeCount: network.nodes.count, edges: network.edges)
    guard parts.sizes.count > 1 else {
      return SnappedNodes(network, index: index, numbers: Array(network.nodes.indices))
    }
    let lost = network.nodes.indices.filter { parts.partOfNode[$0] != parts.largest }
    guard settings.keepsLargestPart else {
      log.add(
        .unreachable(node: network.nodes[lost[0]].id, count: lost.count, total: network.nodes.count),
        at: network.nodes[lost[0]].place, keyPath: "nodes[\(lost[0])]")
      return nil
    }
    return keep(parts, without: lost, of: &network, index)
  }

  private mutating func keep(
    _ parts: StrongParts, without lost: [Int], of network: inout ImportedNetwork, _ index: NodeIndex
  ) -> SnappedNodes {
    var numbers = [Int](repeating: -1, count: network.nodes.count)
    var kept = network
    kept.nodes = []
    for node in network.nodes.indices where parts.partOfNode[node] == parts.largest {
      numbers[node] = kept.nodes.count
      kept.nodes.append(network.nodes[node])
    }
    kept.edges = network.edges.compactMap { edge in
      guard numbers[edge.from] >= 0, numbers[edge.to] >= 0 else { return nil }
      var edge = edge
      (edge.from, edge.to) = (numbers[edge.from], numbers[edge.to])
      return edge
    }
    let nearest = SnappedNodes(kept, index: index, numbers: numbers)
    var moved: [SnappedNodes.Snap] = []
    for node in lost {
      guard let snap = nearest.nearest(to: network.nodes[node].position, named: network.nodes[node].id) else {
        continue
      }
      numbers[node] = snap.node
      kept.nodes[snap.node].demand += network.nodes[node].demand
      kept.nodes[snap.node].population += network.nodes[node].population
      moved.append(snap)
    }
    reportLost(moved, total: network.nodes.count)
    network = kept
    return SnappedNodes(kept, index: index, numbers: numbers)
  }

  private mutating func reportLost(_ moved: [SnappedNodes.Snap], total: Int) {
    let names = moved.prefix(20).map(\.name).joined(separator: ", ") + (moved.count > 20 ? ", …" : "")
    let farthest = (moved.map(\.kilometers).max() ?? 0) * 1_000
    notes.append(
      LocalizedText(
        zh:
          "\(total) 个节点中有 \(moved.count) 个无法往返，已去掉：\(names)；其需求和设施移到最近的节点，最远 \(farthest.rounded().short) 米。",
        en:
          "\(moved.count) of \(total) nodes cannot be reached or left and "
          + "\(EnglishCount.form(moved.count, "was", "were")) taken away: \(names). What was there is now at "
          + "the nearest node, at most \(farthest.rounded().short) m away."))
  }

  /// Says how far things lie from the nodes they were moved to, and names those that lie far away.
  /// - Parameters:
  ///   - zh: what they are in Chinese.
  ///   - one: what one of them is in English, and `many` several.
  mutating func report(_ snaps: [SnappedNodes.Snap], zh: String, one: String, many: String) {
    guard !snaps.isEmpty else { return }
    let sorted = snaps.map { $0.kilometers * 1_000 }.sorted()
    let (median, farthest) = (
      sorted[sorted.count / 2].rounded().short, sorted[sorted.count - 1].rounded().short
    )
    let far = snaps.filter { $0.kilometers > Self.farKilometers }.sorted { $0.kilometers > $1.kilometers }
    let named = far.prefix(10).map { ($0.name, ($0.kilometers * 1_000).rounded().short) }
    let list = LocalizedText(
      zh: named.map { "\($0)（\($1) 米）" }.joined(separator: "、") + (far.count > 10 ? "等" : ""),
      en: named.map { "\($0) (\($1) m)" }.joined(separator: ", ") + (far.count > 10 ? ", …" : ""))
    let limit = (Self.farKilometers * 1_000).short
    notes.append(
      LocalizedText(
        zh: "\(snaps.count) 个\(zh)各归到最近的节点：中位距离 \(median) 米，最远 \(farthest) 米"
          + (far.isEmpty ? "。" : "；超过 \(limit) 米的有 \(far.count) 个：\(list.zh)。"),
        en:
          "\(EnglishCount.text(snaps.count, one, many)) went to the nearest node: \(median) m away in the median, at most \(farthest) m"
          + (far.isEmpty ? "." : "; more than \(limit) m: \(far.count), \(list.en).")))
  }

  /// The distance from the roads beyond which things are named, in kilometers.
  private static let farKilometers = 0.5

  /// Makes grids without areas: of every node, or of cells.
  func divide(_ network: inout ImportedNetwork) {
    let cells =
      settings.cellKilometers
      ?? (network.nodes.count > NetworkImport.nodeLimit ? CellDivision.side(for: network) : 0)
    guard cells > 0 else {
      for index in network.nodes.indices { network.nodes[index].grid = network.nodes[index].id }
      network.grids = network.nodes.map {
        ImportedNetwork.Grid(
          id: $0.id, x: $0.x, y: $0.y, district: $0.district, demand: $0.demand, population: $0.population,
          node: $0.id)
      }
      return
    }
    CellDivision(kilometers: cells, nodesPerCell: settings.nodesPerCell).divide(&network)
  }
}

extension ImportedNetwork.Edge {
  /// Takes the speed with which the edge is driven in so many minutes; where its length is not known it is straight, or, if
  /// that would be no speed of a car, such as over a stretch of no length, what a car goes at the usual speed.
  mutating func drive(in minutes: Double, along network: ImportedNetwork, at usualSpeed: Double) {
    let distance = GroundDistance(system: network.system)
    let meters =
      lengthMeters ?? distance.kilometers(network.nodes[from].position, network.nodes[to].position) * 1_000
    let speed = meters / 1_000 / minutes * 60
    let isPlausible = (3...200).contains(speed)
    lengthMeters = isPlausible ? meters : minutes / 60 * usualSpeed * 1_000
    speedKilometersPerHour = isPlausible ? speed : usualSpeed
  }
}
