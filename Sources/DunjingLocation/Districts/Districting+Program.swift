import DunjingLinear

extension Districting {
  /// Returns the best plan for the goal `greatest`, proven by a program; for small cases.
  ///
  /// Minimize T with Σ wᵢ xᵢₖ ≤ T for every post k. A district hangs together because a unit of flow runs from the home
  /// to each of its areas, through areas of the district only (Shirabe 2005).
  /// - Precondition: the goal is `greatest`; a variance is not linear.
  public func exactPlan(by solver: any LinearSolver, _ options: SolveOptions = SolveOptions()) -> DistrictPlan
  {
    precondition(goal == .greatest, "only the greatest work is linear")
    let watch = Stopwatch()
    var model = LinearModel(.minimize)
    let greatest = model.addVariable(leastObjective...Double.infinity, objective: 1)
    let belongs = assignments(in: &model, greatest: greatest)
    for post in homes.indices { connect(post, belongs, in: &model) }
    let solution = solver.solve(model, options)
    guard solution.status.hasSolution else {
      return DistrictPlan(
        postOfArea: [], workloads: [], bound: solution.bound, status: solution.status, seconds: watch.seconds)
    }
    let posts = belongs.map { choices in
      choices.first { solution.values[$0.variable] > 0.5 }?.post ?? 0
    }
    var found = plan(posts, solution.status, bound: solution.bound, watch)
    if found.status == .optimal { found.bound = found.greatest }
    return found
  }

  private func assignments(
    in model: inout LinearModel, greatest: Int
  ) -> [[(post: Int, variable: Int)]] {
    let belongs = allowedPosts.map { posts in posts.map { (post: $0, variable: model.addBinary()) } }
    for choices in belongs { model.addRow(choices.map { LinearTerm($0.variable) }, equalTo: 1) }
    for post in homes.indices {
      var terms = [LinearTerm(greatest, -1)]
      for (area, choices) in belongs.enumerated() {
        for choice in choices where choice.post == post {
          terms.append(LinearTerm(choice.variable, workloads[area]))
        }
      }
      model.addRow(terms, atMost: 0)
    }
    return belongs
  }

  private func connect(_ post: Int, _ belongs: [[(post: Int, variable: Int)]], in model: inout LinearModel) {
    let variable = belongs.map { $0.first { $0.post == post }?.variable }
    let areas = variable.indices.filter { variable[$0] != nil }
    var inflow = [[LinearTerm]](repeating: [], count: belongs.count)
    var outflow = inflow
    for area in areas {
      for next in neighbors[area] where variable[next] != nil {
        let flow = model.addVariable()
        outflow[area].append(LinearTerm(flow))
        inflow[next].append(LinearTerm(flow))
      }
    }
    for area in areas where area != homes[post] {
      guard let belongs = variable[area] else { continue }
      let leaving = outflow[area].map { LinearTerm($0.variable, -1) }
      model.addRow(inflow[area] + leaving + [LinearTerm(belongs, -1)], equalTo: 0)
      model.addRow(inflow[area] + [LinearTerm(belongs, -Double(areas.count - 1))], atMost: 0)
    }
  }
}
