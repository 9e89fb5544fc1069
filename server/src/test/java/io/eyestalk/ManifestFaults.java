package io.eyestalk;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.DaemonSet;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a cluster, or this house, would have against a manifest. */
final class ManifestFaults {
    /** Seconds the application takes to go: clients are told to move, then requests end. */
    private static final int DRAIN = 5 + 10;

    private static final Map<String, Class<?>> MODELS =
            Map.of(
                    "v1/ConfigMap", ConfigMap.class,
                    "v1/Namespace", Namespace.class,
                    "v1/Service", Service.class,
                    "v1/ServiceAccount", ServiceAccount.class,
                    "apps/v1/Deployment", Deployment.class,
                    "apps/v1/DaemonSet", DaemonSet.class,
                    "autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
                    "networking.k8s.io/v1/Ingress", Ingress.class,
                    "networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class,
                    "policy/v1/PodDisruptionBudget", PodDisruptionBudget.class);

    /** Custom resources have no model here: the keys of their spec that we use and know. */
    private static final Map<String, Set<String>> CUSTOM =
            Map.of(
                    "external-secrets.io/v1/ClusterSecretStore",
                    Set.of("provider"),
                    "external-secrets.io/v1/ExternalSecret",
                    Set.of("refreshInterval", "secretStoreRef", "target", "data"),
                    "argoproj.io/v1alpha1/Application",
                    Set.of(
                            "project",
                            "source",
                            "destination",
                            "syncPolicy",
                            "revisionHistoryLimit"));

    private static final ObjectMapper STRICT =
            JsonMapper.builder()
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .annotationIntrospector(new NoPlaceForUnknownFields())
                    .build();

    /** The models would keep fields they do not know; without that, such a field is refused. */
    private static final class NoPlaceForUnknownFields extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1;

        @Override
        public Boolean hasAnySetter(Annotated annotated) {
            return false;
        }
    }

    private ManifestFaults() {}

    static List<String> in(Map<String, Object> manifest) {
        var kind = Tree.text(manifest, "apiVersion") + "/" + Tree.text(manifest, "kind");
        var faults = new ArrayList<String>();
        if (CUSTOM.containsKey(kind)) {
            Tree.map(Tree.at(manifest, "spec")).keySet().stream()
                    .filter(key -> !CUSTOM.getOrDefault(kind, Set.of()).contains(key))
                    .forEach(key -> faults.add("knows no " + key));
        } else {
            schema(kind, manifest).ifPresent(faults::add);
        }
        if (!Tree.map(Tree.at(manifest, "spec", "template")).isEmpty()) {
            faults.addAll(workload(manifest));
        }
        if (kind.equals("v1/Secret")) {
            faults.add("is a secret, which no repository holds");
        }
        var name = kind + " " + Tree.text(manifest, "metadata", "name") + ": ";
        return faults.stream().map(fault -> name + fault).toList();
    }

    private static Optional<String> schema(String kind, Map<String, Object> manifest) {
        var model = MODELS.get(kind);
        if (model == null) {
            return Optional.of("is of a kind nobody checks");
        }
        try {
            STRICT.convertValue(manifest, model);
            return Optional.empty();
        } catch (IllegalArgumentException refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    private static List<String> workload(Map<String, Object> manifest) {
        var pod = Tree.at(manifest, "spec", "template", "spec");
        var labels = Tree.map(Tree.at(manifest, "spec", "template", "metadata", "labels"));
        var selected = Tree.map(Tree.at(manifest, "spec", "selector", "matchLabels"));
        return Stream.of(
                        Stream.of(
                                check(
                                        labels.entrySet().containsAll(selected.entrySet()),
                                        "selects other labels than its pods carry"),
                                check(
                                        truth(pod, "securityContext", "runAsNonRoot"),
                                        "may run as root"),
                                check(
                                        Tree.text(pod, "securityContext", "seccompProfile", "type")
                                                .equals("RuntimeDefault"),
                                        "has no seccomp profile")),
                        Tree.list(Tree.at(pod, "containers")).stream()
                                .flatMap(container -> container(container, pod)))
                .flatMap(faults -> faults)
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    private static Stream<String> container(Object container, Object pod) {
        var mounted = Tree.list(Tree.at(container, "volumeMounts"));
        var volumes =
                Tree.list(Tree.at(pod, "volumes")).stream()
                        .map(volume -> Tree.text(volume, "name"))
                        .toList();
        var preStop = Tree.number(container, "lifecycle", "preStop", "sleep", "seconds");
        var grace = Tree.number(pod, "terminationGracePeriodSeconds");
        return Stream.of(
                check(
                        truth(container, "securityContext", "readOnlyRootFilesystem"),
                        "writes to its own image"),
                check(
                        Tree.list(Tree.at(container, "securityContext", "capabilities", "drop"))
                                .contains("ALL"),
                        "keeps capabilities"),
                check(
                        !Tree.text(container, "resources", "limits", "memory").isEmpty()
                                && !Tree.map(Tree.at(container, "resources", "requests")).isEmpty(),
                        "asks for no resources"),
                check(
                        !Tree.map(container).containsKey("readinessProbe")
                                || Tree.map(container).containsKey("livenessProbe"),
                        "has no liveness probe"),
                check(
                        mounted.stream().allMatch(m -> volumes.contains(Tree.text(m, "name"))),
                        "mounts a volume that is not there"),
                check(preStop + DRAIN < grace, "is killed before it has drained"));
    }

    private static boolean truth(Object value, Object... path) {
        return Tree.at(value, path).equals(true);
    }

    private static String check(boolean holds, String fault) {
        return holds ? "" : fault;
    }
}
