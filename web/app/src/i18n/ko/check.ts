/** The connection check. */
export const check = {
  "check.title": "연결 확인",
  "check.open": "연결 확인하기",
  "check.intro":
    "여기서 통화에 필요한 것을 모두 살펴봐요. 12초까지 걸릴 수 있고, 아무에게도 전화하지 않아요.",
  "check.looking": "살펴보는 중 …",
  "check.again": "다시 확인하기",
  "check.camera": "카메라",
  "check.microphone": "마이크",

  "check.verdict.looking": "연결을 살펴보는 중이에요 …",
  "check.verdict.direct": "여기서 통화할 수 있어요.",
  "check.verdict.relayed": "여기서 중계 서버를 거쳐 통화할 수 있어요.",
  "check.verdict.noServer": "지금 여기서는 방에 들어갈 수 없어요.",
  "check.verdict.noWay": "여기서는 다른 네트워크와 통화가 안 될 가능성이 커요.",
  "check.verdict.advice": "휴대전화 데이터 같은 다른 네트워크를 써 보세요.",
  "check.unasked": "서버 없이는 살펴볼 수 없어요.",
  "check.operator": "이 서버를 운영하는 사람이 바꿀 수 있어요.",

  "check.server": "서버",
  "check.server.good": "서버가 응답해요.",
  "check.server.bad": "서버가 응답하지 않아요.",
  "check.server.advice": "인터넷에 연결되어 있는지 보고 다시 확인해 주세요.",

  "check.live": "실시간 연결",
  "check.live.good": "서버와 실시간으로 연결되어 있어요.",
  "check.live.bad": "서버와 실시간 연결이 열리지 않아요.",
  "check.live.advice":
    "프록시나 방화벽이 WebSocket을 막는 것 같아요. 네트워크 관리자에게 허용을 부탁하거나 다른 네트워크를 써 보세요.",

  "check.camera.good": "카메라가 잘 돼요.",
  "check.microphone.good": "마이크가 잘 돼요.",

  "check.address": "직접 통화",
  "check.address.stable": "이 네트워크에서는 직접 통화할 수 있어요.",
  "check.address.changing": "이 네트워크는 상대마다 다른 주소를 보여 줘요.",
  "check.address.blocked": "이 네트워크는 직접 통화를 막아요.",
  "check.address.relayed": "대신 중계 서버로 통화해요. 아래 방법 중 하나가 필요해요.",
  "check.address.not-asked": "공인 주소를 알려 줄 서버가 설정되어 있지 않아요.",

  "check.relay.udp": "UDP 중계",
  "check.relay.udp.good": "중계 서버가 UDP로 응답해요.",
  "check.relay.udp.bad": "중계 서버가 UDP로 응답하지 않아요.",
  "check.relay.udp.advice": "이 네트워크가 막고 있어요. 통화는 조금 느린 다른 길로 가요.",
  "check.relay.udp.unknown": "이 브라우저로는 UDP 중계가 되는지 알 수 없어요.",
  "check.relay.udp.none": "UDP 중계가 설정되어 있지 않아요.",

  "check.relay.tcp": "TCP 중계",
  "check.relay.tcp.good": "중계 서버가 TCP로 응답해요.",
  "check.relay.tcp.bad": "중계 서버가 TCP로 응답하지 않아요.",
  "check.relay.tcp.advice":
    "이 네트워크가 그 포트를 막고 있어요. 다른 방법 하나만 되어도 괜찮아요.",
  "check.relay.tcp.unknown": "이 브라우저로는 TCP 중계가 되는지 알 수 없어요.",
  "check.relay.tcp.none": "TCP 중계가 설정되어 있지 않아요.",

  "check.relay.tls": "TLS 중계",
  "check.relay.tls.good": "중계 서버가 TLS로 응답해요.",
  "check.relay.tls.bad": "중계 서버가 TLS로 응답하지 않아요.",
  "check.relay.tls.advice":
    "엄격한 네트워크도 보통 열어 두는 길이에요. 통화가 안 되면 네트워크 관리자에게 허용을 부탁해 주세요.",
  "check.relay.tls.unknown": "이 브라우저로는 TLS 중계가 되는지 알 수 없어요.",
  "check.relay.tls.none": "TLS 중계가 설정되어 있지 않아요.",
} as const;
