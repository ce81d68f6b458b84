/// A named number of one replication; what it means is defined with the simulation that measures it.
public enum Indicator: String, CaseIterable, Sendable, Codable {
  /// Incidents in core areas whose first unit arrives within the core target; share, 0 to 1.
  case coreWithinTarget
  /// Incidents in key areas whose first unit arrives within the key target; share, 0 to 1.
  case keyWithinTarget
  /// Incidents in general areas whose first unit arrives within the general target; share, 0 to 1.
  case generalWithinTarget
  /// Incidents reached within the target of their area, where one never reached counts as late (achieved coverage);
  /// share, 0 to 1.
  case withinTarget
  /// Incidents whose first unit arrives within five minutes; share, 0 to 1.
  case withinFiveMinutes
  /// Mean time from the call to the first unit on scene, call taking and waiting included; minutes.
  case responseMeanFromCall
  /// Mean time from the order to the first unit on scene; minutes.
  case responseMeanFromDispatch
  /// Time within which 90 % of incidents are reached, on the clock of the targets; minutes.
  case responseP90
  /// Mean time from the call to the first order, waiting included; minutes.
  case dispatchMean
  /// Mean time from the order to the departure of the unit that arrives first, acknowledgement included; minutes.
  case turnoutMean
  /// Mean time from departure to arrival of the unit that arrives first; minutes.
  case travelMean
  /// Mean time from the first order until all units are on scene, of incidents that need several; minutes.
  case fullComplementMean
  /// Mean time from the first arrival until the scene is cleared, paperwork not included; minutes.
  case handlingMean
  /// Incidents that had to wait for a free full unit; share, 0 to 1.
  case queuedShare
  /// Mean wait for the first full unit, incidents without a wait included; minutes.
  case queueMean
  /// Incidents handed over to other forces, as no unit was free and as many waited as may; share, 0 to 1.
  case handedOverShare
  /// Incidents, not handed over, that no unit had reached at the end of the horizon; per year.
  case unreached
  /// Demand within the target of a staffed post, by free-flow time from the post; share, 0 to 1.
  case potentialCoverage
  /// Incidents for which, at the order, an idle unit could arrive within the target; share, 0 to 1.
  case availableCoverage
  /// Mean response time in the tenth of demand in the slowest grids; minutes.
  case worstDecileResponse
  /// Gini coefficient of the mean response times of grids, weighted by incidents; 0 (all equal) to 1.
  case responseGini
  /// Duty time spent on incidents, paperwork included, by units that answer in the whole city or county; share, 0 to 1.
  case streetUtilization
  /// Duty time spent on incidents, other work not included, by units of a district; share, 0 to 1.
  case stationUtilization
  /// Times an urgent incident took a unit from a less urgent one; per year.
  case preemptions
  /// Time that crews work on an incident past the end of their shift, summed over units; hours per year.
  case overrunHours
  /// Visits made of those required at must-visit points, where a surplus at one point does not make up for another;
  /// share, 0 to 1.
  case pointVisitRate
  /// Passes made of those required on must-patrol lines, where a surplus on one line does not make up for another;
  /// share, 0 to 1.
  case linePassRate
  /// All effective incidents; per year.
  case incidents
  /// Criminal incidents without fraud, climbed ones included; per year.
  case incidentsCriminal
  /// Telecom and online fraud; per year.
  case incidentsFraud
  /// Public-order incidents, climbed ones included; per year.
  case incidentsOrder
  /// Disputes; per year.
  case incidentsDispute
  /// Traffic incidents; per year.
  case incidentsTraffic
  /// Calls for help; per year.
  case incidentsHelp
  /// Other incidents; per year.
  case incidentsOther
  /// Incidents that climbed from an earlier one of another kind; per year.
  case climbed
  /// Incidents that did not happen as a patrol was, or had just been, in their grid; per year.
  case deterred
  /// Hazards that became incidents because they were not found and closed in time; per year.
  case hazardsEscalated
  /// Finds of finds and escalations; share, 0 to 1.
  case hazardsFoundShare
  /// Hazards closed of those closed or escalated; share, 0 to 1.
  case hazardsClosedShare
  /// Officer-hours spent on mediation; hours per year.
  case mediationHours
  /// Mean time from finding to the end of police mediation, the time of departments not included; days.
  case mediationWait
  /// Work that arrives at headquarters of what its departments can do; share, above 1 where it is too much.
  case departmentUtilization
  /// Mean delay of the departments, weighted by what a delay there does; working days.
  case weightedDelay
  /// Work waiting at headquarters at the end of the horizon; officer-days.
  case backlogEnd
  /// Work waiting at headquarters, mean over working days; officer-days.
  case backlogMean
  /// Departments whose work exceeds their capacity over the horizon, those of each county counted apart; a number.
  case departmentsOverloaded
  /// Officers moved out of headquarters; a number.
  case officersSunk
  /// Demand in grids where a unit can be seen, mean over moments spread evenly over the day; share, 0 to 1.
  case visibility
  /// Overlap of the distributions of units on duty and of incidents over the 168 hours of the week; share, 0 to 1.
  case demandMatch
  /// Incidents that need several units and have all on scene within `targets.fullMinutes`; share, 0 to 1.
  case fullWithinTarget
  /// Incidents that a community officer sees to by contact card, past the call center; share, 0 to 1.
  case contactCardShare
  /// Incidents that are not there because an earlier one was not resolved; share, 0 to 1.
  case firstTimeShare
  /// Hazards that programs kept from arising; per year.
  case hazardsAverted
  /// Mean time from the hand-off of a hazard to a department outside the police until it is done; days.
  case partnerWait
  /// Hazards handed to a department that it is done with before they would escalate; share, 0 to 1.
  case partnerClosedShare
  /// Units sent to another county; per year.
  case mutualAids
  /// Hours that units work for another county; hours per year.
  case mutualAidHours
  /// Incidents called in while a shock is on that are reached within the target; share, 0 to 1.
  case shockWithinTarget
  /// Mean time from the end of a shock until no more incidents wait than at its start; minutes.
  case recoveryMean
  /// Officers moved from station departments to the community; a number.
  case officersMoved
  /// Community officers of station officers, counted where they work; share, 0 to 1.
  case communityShare
  /// Station officers of all officers of the counties, counted where they work; share, 0 to 1.
  case stationShare
  /// Logistic function of response, visibility and incidence with the weights of `security`, no survey; 0 to 1.
  case securityIndex
  /// Sum of the points of the scorecard; an index, out of 100.
  case assessmentScore
  /// Mean time from arrival to service at the windows of the stations, visitors without a wait included; minutes.
  case windowWaitMean
  /// Time that 90 % of the visitors of service windows wait at most; minutes.
  case windowWaitP90
  /// Visitors who wait longer than `windows.longWaitMinutes`; share, 0 to 1.
  case windowLongWaitShare
  /// Visits to the service windows of the stations; per year.
  case windowVisits
  /// Incidents, late arrivals and delay at headquarters added with printed weights, to rank plans by; an index.
  case harmIndex
}
