/** The operators' dashboard. */
export const words = {
  "dashboard.title": "대시보드",
  "dashboard.offTitle": "대시보드가 꺼져 있어요",
  "dashboard.off":
    "이 서버에는 운영자 비밀번호가 설정되어 있지 않아요. 서버를 운영하는 사람이 운영 안내서를 보고 설정할 수 있어요.",
  "dashboard.awayTitle": "대시보드를 불러올 수 없어요",

  "dashboard.loginTitle": "운영자 로그인",
  "dashboard.loginIntro": "이 서버의 통계는 운영자만 볼 수 있어요.",
  "dashboard.username": "사용자 이름",
  "dashboard.password": "비밀번호",
  "dashboard.login": "로그인",
  "dashboard.loggingIn": "로그인하는 중 …",
  "dashboard.wrong": "사용자 이름이나 비밀번호가 맞지 않아요. 다시 입력해 주세요.",
  "dashboard.missing": "사용자 이름과 비밀번호를 입력해 주세요.",
  "dashboard.logout": "로그아웃",

  "dashboard.zone": "시간대",
  "dashboard.asOf": "{{time}} 기준, {{seconds}}초마다 새로 고쳐요",
  "dashboard.stale": "서버가 응답하지 않아요. {{time}}의 통계예요.",
  "dashboard.csv": "CSV",
  "dashboard.csvOf": "“{{chart}}” CSV로 내려받기",
  "dashboard.table": "숫자로 보기",
  "dashboard.time": "시각",

  "dashboard.now": "지금",
  "dashboard.rooms": "방",
  "dashboard.members": "방에 있는 사람",
  "dashboard.nodes": "서버",

  "dashboard.roomsPerHour": "최근 24시간 동안 만든 방",
  "dashboard.roomsToday": "오늘 만든 방",
  "dashboard.peopleToday": "오늘 들어온 사람",
  "dashboard.people": "사람",
  "dashboard.peopleNote": "나갔다가 다시 들어와도 한 사람으로 세요.",

  "dashboard.messagesPerRoom": "최근 24시간 방별 메시지",
  "dashboard.messages": "메시지",
  "dashboard.room": "방",
  "dashboard.noMessages": "최근 24시간 동안 메시지가 없었어요.",

  "dashboard.joinTimes": "최근 24시간 입장에 걸린 시간",
  "dashboard.median": "절반이 들어온 시간",
  "dashboard.p95": "100명 중 95명이 들어온 시간",
  "dashboard.noJoins": "최근 24시간 동안 입장을 알린 브라우저가 없어요.",

  "dashboard.paths": "최근 24시간 통화 경로",
  "dashboard.path": "경로",
  "dashboard.direct": "직접 연결",
  "dashboard.relay": "중계 서버",
  "dashboard.pairs": "보고",
  "dashboard.noPaths": "최근 24시간 동안 통화를 알린 브라우저가 없어요.",

  "dashboard.failures": "최근 24시간 실패",
  "dashboard.reason": "이유",
  "dashboard.reports": "보고",
  "dashboard.noFailures": "최근 24시간 동안 실패를 알린 브라우저가 없어요.",
  "dashboard.failure.no-relay": "직접 연결이 막혀 있고 중계 서버도 없었어요",
  "dashboard.failure.relay-unreachable": "직접 연결도 중계 서버도 되지 않았어요",
  "dashboard.failure.no-answer": "상대가 응답하지 않았어요",
  "dashboard.failure.server-unreachable": "서버에 연결할 수 없었어요",

  "dashboard.reportedNote": "참여하는 브라우저가 익명으로 알린 내용이에요. 누구인지 알 수 없어요.",

  "dashboard.messagesOfRoom": "방의 메시지",
  "dashboard.messagesOf": "“{{room}}” 메시지 보기",
  "dashboard.show": "보기",
  "dashboard.key": "개인 키",
  "dashboard.keyNote":
    "키 파일은 이 페이지 안에서만 읽어요. 어디에도 보내지 않고, 페이지를 떠나면 사라져요.",
  "dashboard.keys_other": "키 {{count}}개가 준비됐어요.",
  "dashboard.keyUnreadable":
    "읽을 수 없는 키 파일이 있어요. 암호 없는 PKCS#8 PEM이나 JWK 형식의 RSA 키를 골라 주세요.",
  "dashboard.keyInsecure": "HTTPS로 연 페이지에서만 메시지를 열 수 있어요.",
  "dashboard.nothingSaid": "“{{room}}”에는 남아 있는 메시지가 없어요.",
  "dashboard.nothingKept": "키가 설정되기 전에 보낸 메시지라 내용은 남기지 않았어요.",
  "dashboard.needsKey": "{{kid}} … 키로 암호화되어 있어요.",
  "dashboard.broken": "바뀌었거나 손상되어서 열 수 없어요.",
  "dashboard.opening": "여는 중 …",
  "dashboard.older": "이전 메시지 보기",
} as const;
