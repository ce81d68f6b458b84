/// Where replications are kept: those played before, who plays with us, and who writes down what is played.
struct PlanHistory: Sendable {
  /// What has been played.
  var ledger: PlanLedger
  /// Other processes that play the same.
  let company: (any PlanCompany)?
  /// Called once for every replication played here, never twice at a time; false stops.
  let record: @Sendable (PlanRecord) -> Bool
}
