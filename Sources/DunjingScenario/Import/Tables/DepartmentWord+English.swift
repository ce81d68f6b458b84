// Departments by words in English, the more particular first.
extension DepartmentWord {
  static let englishWords: [Entry] = [
    Entry(english: "internal affairs", "professional standards", "internal investigation", is: "supervision"),
    Entry(
      english: "human resources", "personnel", "recruiting", "recruitment", "property room", "evidence room",
      "property and evidence", "property evidence", "public information", "media", "chief's staff",
      "office of the chief", "command staff", "executive", "fleet", is: "administration"),
    Entry(english: "fraud", "financial crime", "economic crime", "scam", is: "antiFraud"),
    Entry(
      english: "crime scene", "forensic", "forensics", "crime lab", "laboratory", "CSI", "identification",
      "fingerprint", "cyber", "computer crime", is: "forensic"),
    Entry(
      english: "homicide", "robbery", "special victims", "sex crime", "sexual offense", "sexual offence",
      "child abuse", "domestic violence", "family violence", "juvenile", "youth", "narcotics", "vice", "drug",
      "gang", "organized crime", "organised crime", "missing person", "cold case", "arson", "fugitive",
      "counter terrorism", "counterterrorism", like: "investigation"),
    Entry(
      english: "911", "999", "dispatch", "communications", "control room", "command center", "command centre",
      "operations center", "operations centre", "real time crime center", "intelligence", "crime analysis",
      is: "command"),
    Entry(
      english: "traffic", "roads policing", "road policing", "collision", "crash", is: "trafficHeadquarters"),
    Entry(
      english: "court liaison", "court", "legal", "case review", "prosecution", "prosecutions",
      "criminal justice", is: "legal"),
    Entry(
      english: "detention", "custody", "jail", "corrections", "booking", "prisoner", "warrant", like: "legal"),
    Entry(
      english: "criminal investigation", "property crime", "crimes against persons",
      "crimes against property",
      "major crime", "burglary", "investigation", "investigations", "investigative", "detective", "CID",
      is: "investigation"),
    Entry(english: "public order", "licensing", "permits", is: "publicOrder"),
    Entry(
      english: "SWAT", "K 9", "K9", "canine", "tactical", "special operations", "firearms", "bomb", "EOD",
      "marine", "mounted", "aviation", "air support", "community engagement", "community relations",
      "community outreach", "community policing", "crime prevention", "school resource", "transit",
      like: "publicOrder"),
    Entry(
      english: "training", "academy", "inspection", "inspections", "audit", "compliance", "accreditation",
      is: "supervision"),
    Entry(
      english: "administration", "administrative", "HR", "budget", "payroll", "finance", "records",
      "planning",
      "research", "policy", "support services", "logistics", "facilities", "quartermaster", "supply",
      is: "administration"),
    Entry(english: "IT", "information technology", "technology", like: "forensic")
  ]
}
