import Foundation
import Testing

/// Whoever uses the library reads what every public declaration is.
@Suite struct CommentTests {
  private func gaps(_ text: String) -> [String] {
    PublicDeclaration.gaps(in: PublicSource(path: "A.swift", text: text).declarations)
  }

  @Test func everyPublicDeclarationHasAComment() throws {
    let declarations = try PublicSource.all().flatMap(\.declarations)
    #expect(declarations.count > 4_000)
    let gaps = PublicDeclaration.gaps(in: declarations)
    #expect(gaps.isEmpty, "\(gaps.joined(separator: "\n"))")
  }

  @Test func whatHasNoCommentIsFound() {
    let text = """
      /// A crew.
      public struct Crew {
        public var hours: Double
        var secret: Int
        /// Creates a crew.
        @inlinable
        public init(hours: Double) {}
        @inlinable public static func rest() {}
      }
      """
    #expect(gaps(text) == ["A.swift:3: var hours has no comment", "A.swift:8: func rest() has no comment"])
  }

  @Test func casesAndRequirementsAreLookedAtToo() {
    let text = """
      /// A shift.
      public enum Shift {
        /// By day.
        case day
        case night(hours: Double)
        /// Its hours.
        public var hours: Double {
          switch self {
          case .day: 8
          case .night(let hours): hours
          }
        }
      }
      /// What a crew does.
      public protocol Duty {
        /// Minutes.
        var minutes: Double { get }
        func begin(at time: Double)
      }
      """
    #expect(
      gaps(text) == ["A.swift:5: case night has no comment", "A.swift:18: func begin(at:) has no comment"])
  }

  /// The documentation takes the comment of the requirement.
  @Test func whatFulfillsARequirementNeedsNoCommentOfItsOwn() {
    let text = """
      /// What a crew does.
      public protocol Duty {
        /// Begins.
        func begin(at time: Double)
      }
      /// A crew.
      public struct Crew: Duty {
        public func begin(at second: Double) {}
        public func begin(after time: Double) {}
      }
      """
    #expect(gaps(text) == ["A.swift:9: func begin(after:) has no comment"])
  }

  @Test func parametersAreDescribedAllOrNone() {
    let text = """
      /// Sends a unit.
      /// - Parameter unit: its index.
      public func send(_ unit: Int, to grid: Int, after: (Int) -> Void = { _ in }) {}
      /// Sends a unit.
      /// - Parameters:
      ///   - unit: its index,
      ///     from 0.
      ///   - grid: where to.
      /// - Returns: whether it goes.
      public func call(
        _ unit: Int, to grid: [String: Int] = [:]
      ) -> Bool { true }
      /// Sends a unit.
      public func order(_ unit: Int) {}
      """
    #expect(
      gaps(text) == [
        "A.swift:3: func send(_:to:after:) describes the parameters [\"unit\"], has "
          + "[\"unit\", \"grid\", \"after\"]"
      ])
  }
}
