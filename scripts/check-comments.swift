// Checks that every public symbol of the rooms named has a comment, its own or that of the requirement it fulfills, by the
// symbol graphs in a folder: check-comments FOLDER ROOM... (scripts/documentation makes them and calls this).
import Foundation

struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Comment: Decodable {}
    struct Kind: Decodable { let identifier: String }
    struct Location: Decodable {
      struct Position: Decodable { let line: Int }
      let uri: String
      let position: Position
    }

    let accessLevel: String
    let docComment: Comment?
    let kind: Kind
    let location: Location?
    let pathComponents: [String]
  }

  let symbols: [Symbol]
}

func fail(_ text: String) -> Never {
  FileHandle.standardError.write(Data("check-comments: \(text)\n".utf8))
  exit(1)
}

let arguments = CommandLine.arguments.dropFirst()
guard let folder = arguments.first, arguments.count > 1 else { fail("give a folder and rooms") }
let files = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
var (count, bare): (Int, [String]) = (0, [])
for room in arguments.dropFirst() {
  // A room has a graph of its own, and one for each room whose types it extends.
  let graphs = files.filter { file in
    let name = file.split(separator: "/").last ?? ""
    return name == "\(room).symbols.json" || name.hasPrefix("\(room)@") && name.hasSuffix(".symbols.json")
  }
  if graphs.isEmpty { fail("no symbol graph of \(room) in \(folder)") }
  for graph in graphs {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(graph)"))
    for symbol in try JSONDecoder().decode(SymbolGraph.self, from: data).symbols {
      // Without a place the compiler made it; an extension is a frame for what it adds.
      guard let location = symbol.location, ["public", "open"].contains(symbol.accessLevel),
        symbol.kind.identifier != "swift.extension"
      else { continue }
      count += 1
      guard symbol.docComment == nil else { continue }
      let file = location.uri.components(separatedBy: "/Sources/").last ?? location.uri
      bare.append(
        "Sources/\(file):\(location.position.line + 1): \(symbol.pathComponents.joined(separator: "."))")
    }
  }
}
for line in Set(bare).sorted() { print("\(line) has no comment") }
if !bare.isEmpty { fail("every public symbol says what it is, and in which unit") }
if count == 0 { fail("the symbol graphs of \(folder) are empty") }
print("check-comments: \(count) public symbols, each with a comment")
