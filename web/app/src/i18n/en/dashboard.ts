/** The operators' dashboard. */
export const words = {
  "dashboard.title": "Dashboard",
  "dashboard.offTitle": "The dashboard is off",
  "dashboard.off":
    "No operator password is set on this server. Whoever runs it can set one; the operations guide says how.",
  "dashboard.awayTitle": "The dashboard cannot be loaded",

  "dashboard.loginTitle": "Operator login",
  "dashboard.loginIntro": "The numbers of this server are for those who run it.",
  "dashboard.username": "User name",
  "dashboard.password": "Password",
  "dashboard.login": "Log in",
  "dashboard.loggingIn": "Logging in …",
  "dashboard.wrong": "The user name or the password is not right. Try again.",
  "dashboard.missing": "Enter the user name and the password.",
  "dashboard.logout": "Log out",

  "dashboard.zone": "Time zone",
  "dashboard.asOf": "As of {{time}}, renewed every {{seconds}} seconds",
  "dashboard.stale": "The server does not answer. These are the numbers of {{time}}.",
  "dashboard.csv": "CSV",
  "dashboard.csvOf": "Download “{{chart}}” as CSV",
  "dashboard.table": "Show the numbers",
  "dashboard.time": "Time",

  "dashboard.now": "Now",
  "dashboard.rooms": "Rooms",
  "dashboard.members": "People in rooms",
  "dashboard.nodes": "Servers",

  "dashboard.roomsPerHour": "Rooms created in the last 24 hours",
  "dashboard.roomsToday": "Rooms created today",
  "dashboard.peopleToday": "People today",
  "dashboard.people": "People",
  "dashboard.peopleNote": "A person counts once, also after leaving and entering again.",

  "dashboard.messagesPerRoom": "Messages per room in the last 24 hours",
  "dashboard.messages": "Messages",
  "dashboard.room": "Room",
  "dashboard.noMessages": "Nobody wrote anything in the last 24 hours.",

  "dashboard.joinTimes": "Time to get in, last 24 hours",
  "dashboard.median": "Half got in within",
  "dashboard.p95": "95 of 100 got in within",
  "dashboard.noJoins": "No browser reported a join in the last 24 hours.",

  "dashboard.paths": "Paths of the calls in the last 24 hours",
  "dashboard.path": "Path",
  "dashboard.direct": "Direct",
  "dashboard.relay": "Over the relay",
  "dashboard.pairs": "Reports",
  "dashboard.noPaths": "No browser reported a call in the last 24 hours.",

  "dashboard.failures": "Failures in the last 24 hours",
  "dashboard.reason": "Reason",
  "dashboard.reports": "Reports",
  "dashboard.noFailures": "No browser reported a failure in the last 24 hours.",
  "dashboard.failure.no-relay": "Direct calls are blocked and there is no relay",
  "dashboard.failure.relay-unreachable": "Neither a direct way nor the relay worked",
  "dashboard.failure.no-answer": "The other side did not answer",
  "dashboard.failure.server-unreachable": "The server could not be reached",

  "dashboard.reportedNote": "As reported by browsers that take part; nobody can be found in it.",

  "dashboard.messagesOfRoom": "Messages of a room",
  "dashboard.messagesOf": "Show the messages of “{{room}}”",
  "dashboard.show": "Show",
  "dashboard.key": "Private key",
  "dashboard.keyNote":
    "The key file is read in this page only. It is never sent, and forgotten when you leave.",
  "dashboard.keys_one": "{{count}} key is ready.",
  "dashboard.keys_other": "{{count}} keys are ready.",
  "dashboard.keyUnreadable":
    "A file holds no key this page can read. It takes RSA keys as PKCS#8 PEM without a passphrase, or as JWK.",
  "dashboard.keyInsecure": "Messages can be opened only where this page comes over HTTPS.",
  "dashboard.nothingSaid": "Nothing that was said in “{{room}}” is kept.",
  "dashboard.nothingKept": "Said without a key being set up: the words were not kept.",
  "dashboard.needsKey": "Encrypted for the key {{kid}} …",
  "dashboard.broken": "This cannot be opened: it was changed, or is damaged.",
  "dashboard.opening": "Opening …",
  "dashboard.older": "Show older messages",
} as const;
