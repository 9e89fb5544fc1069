package io.eyestalk.signaling;

import io.eyestalk.shared.FieldError;
import io.eyestalk.shared.MemberId;
import io.eyestalk.shared.RejectedException;
import java.util.ArrayList;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** What one browser tells another to connect. Only its addressee and its kind are looked at. */
record PeerSignal(MemberId target, ObjectNode body) {
    private static final String TARGET = "target_id";
    private static final String SENDER = "sender_id";
    private static final Set<String> TYPES =
            Set.of("offer", "answer", "new-ice-candidate", "offer-request");

    /**
     * Takes a payload as it came.
     *
     * @throws RejectedException VALIDATION_FAILED
     */
    static PeerSignal of(ObjectNode body) {
        var target = body.path(TARGET);
        var errors = new ArrayList<FieldError>(0);
        if (!target.isString()) {
            errors.add(new FieldError(TARGET, "must be the sid of a member"));
        }
        var type = body.path("type");
        if (!type.isString() || !TYPES.contains(type.stringValue())) {
            errors.add(
                    new FieldError(
                            "type", "must be offer, answer, new-ice-candidate or offer-request"));
        }
        if (!errors.isEmpty()) {
            throw RejectedException.invalid(errors);
        }
        return new PeerSignal(memberId(target.stringValue()), body);
    }

    private static MemberId memberId(String sid) {
        try {
            return new MemberId(sid);
        } catch (RejectedException rejection) {
            throw RejectedException.invalid(TARGET, rejection.errors().getFirst().message());
        }
    }

    /** The same, stamped with who sent it, whatever it claimed. */
    ObjectNode sentBy(MemberId sender) {
        return body.put(SENDER, sender.value());
    }
}
