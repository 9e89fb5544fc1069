package io.eyestalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestsTest {
    private static final String SOUND =
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a}
            spec:
              selector: {matchLabels: {app: a}}
              template:
                metadata: {labels: {app: a}}
                spec:
                  terminationGracePeriodSeconds: 40
                  securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
                  containers:
                    - name: a
                      image: a
                      livenessProbe: {httpGet: {path: /livez, port: http}}
                      lifecycle: {preStop: {sleep: {seconds: 10}}}
                      resources: {requests: {cpu: "1"}, limits: {memory: 1Gi}}
                      securityContext: {readOnlyRootFilesystem: true, capabilities: {drop: [ALL]}}
                      volumeMounts: [{name: tmp, mountPath: /tmp}]
                  volumes: [{name: tmp, emptyDir: {}}]
            """;

    private static final Pattern DEREGISTRATION =
            Pattern.compile("deregistration_delay\\.timeout_seconds=(\\d+)");
    private static final String READINESS_GATE = "elbv2.k8s.aws/pod-readiness-gate-inject";
    private static final String TARGET_GROUP = "alb.ingress.kubernetes.io/target-group-attributes";

    @Test
    void everyManifestIsOneThatAClusterTakes() {
        var manifests = Manifests.all();

        var faults = manifests.stream().flatMap(one -> ManifestFaults.in(one).stream()).toList();

        assertThat(manifests).hasSizeGreaterThan(15);
        assertThat(faults).isEmpty();
    }

    @Test
    void everyReferenceBetweenManifestsIsKept() {
        var manifests = Manifests.all();

        var scaled =
                manifests.stream()
                        .filter(one -> Tree.text(one, "kind").equals("HorizontalPodAutoscaler"))
                        .map(one -> Tree.text(one, "spec", "scaleTargetRef", "name"))
                        .toList();
        var needed = manifests.stream().flatMap(one -> secretsOf(one).stream()).toList();
        var made =
                manifests.stream()
                        .filter(one -> Tree.text(one, "kind").equals("ExternalSecret"))
                        .map(one -> Tree.text(one, "spec", "target", "name"))
                        .toList();

        assertThat(names(manifests, "Deployment")).isNotEmpty().containsAll(scaled);
        assertThat(made).isNotEmpty().containsAll(needed);
    }

    @Test
    void aPodIsReadyOnlyWhenTheLoadBalancerKnowsIt() {
        var namespaces = all("Namespace", "eyestalk");

        assertThat(namespaces)
                .isNotEmpty()
                .allMatch(
                        one ->
                                Tree.text(one, "metadata", "labels", READINESS_GATE)
                                        .equals("enabled"));
    }

    @Test
    void theLoadBalancerCutsNobodyBeforeTheNodeHasToldThemToMove() {
        var attributes =
                all("Ingress", "eyestalk").stream()
                        .map(one -> Tree.text(one, "metadata", "annotations", TARGET_GROUP));

        // preStop, and eyestalk.realtime.drain
        assertThat(attributes).isNotEmpty().allMatch(all -> deregistrationSeconds(all) > 10 + 5);
    }

    @Test
    void whoeverMayAskANodeForItsMetricsGetsThem() {
        var exposed =
                all("Deployment", "eyestalk").stream()
                        .map(
                                one ->
                                        environment(one)
                                                .get("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE"));

        assertThat(exposed).isNotEmpty().allMatch(value -> value.contains("prometheus"));
    }

    @Test
    void aSoundManifestHasNoFault() {
        assertThat(faultsOf(SOUND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    readOnlyRootFilesystem | readOnlyRootFileSystem
                    livenessProbe:         | livenesProbe:
                    {seconds: 10}          | {seconds: ten}
                    {seconds: 10}          | {seconds: 30}
                    matchLabels: {app: a}  | matchLabels: {app: b}
                    runAsNonRoot: true     | runAsNonRoot: false
                    RuntimeDefault         | Unconfined
                    [ALL]                  | [NET_RAW]
                    limits: {memory: 1Gi}  | limits: {}
                    [{name: tmp, m         | [{name: temp, m
                    kind: Deployment       | kind: Deploymnt
                    kind: Deployment       | kind: ReplicaSet
                    """)
    void findsWhatAClusterWouldNotTake(String sound, String broken) {
        assertThat(SOUND).contains(sound);

        var faults = faultsOf(SOUND.replaceFirst(quoted(sound), broken));

        assertThat(faults).isNotEmpty();
    }

    @Test
    void findsAKeyThatACustomResourceDoesNotKnow() {
        var faults =
                faultsOf(
                        """
                        apiVersion: external-secrets.io/v1
                        kind: ExternalSecret
                        metadata: {name: a}
                        spec: {refreshIntervall: 1h}
                        """);

        assertThat(faults).singleElement().asString().contains("refreshIntervall");
    }

    @Test
    void findsASecret() {
        var faults = faultsOf("{apiVersion: v1, kind: Secret, metadata: {name: a}}");

        assertThat(faults).anyMatch(fault -> fault.contains("no repository holds"));
    }

    private static List<Map<String, Object>> all(String kind, String name) {
        return Manifests.all().stream()
                .filter(one -> Tree.text(one, "kind").equals(kind))
                .filter(one -> Tree.text(one, "metadata", "name").equals(name))
                .toList();
    }

    private static int deregistrationSeconds(String attributes) {
        var found = DEREGISTRATION.matcher(attributes);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }

    private static Map<String, String> environment(Object deployment) {
        var container = Tree.at(deployment, "spec", "template", "spec", "containers", 0);
        return Tree.list(Tree.at(container, "env")).stream()
                .collect(
                        Collectors.toMap(
                                one -> Tree.text(one, "name"), one -> Tree.text(one, "value")));
    }

    private static String quoted(String text) {
        return Pattern.quote(text);
    }

    private static List<String> faultsOf(String yaml) {
        return Manifests.parse(yaml).stream()
                .flatMap(one -> ManifestFaults.in(one).stream())
                .toList();
    }

    private static List<String> names(List<Map<String, Object>> manifests, String kind) {
        return manifests.stream()
                .filter(one -> Tree.text(one, "kind").equals(kind))
                .map(one -> Tree.text(one, "metadata", "name"))
                .toList();
    }

    private static List<String> secretsOf(Object manifest) {
        return Tree.list(Tree.at(manifest, "spec", "template", "spec", "volumes")).stream()
                .map(volume -> Tree.text(volume, "secret", "secretName"))
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
