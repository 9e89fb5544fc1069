import { expect, test } from "vitest";
import { templateFaults } from "./cloudformation.ts";
import { faultsIn, filesMatching, read } from "./repository.ts";

const stack = () => read("deploy/cloudformation/eks.yaml");

test("every stack is one that AWS's specification takes, and holds together", () => {
  const paths = filesMatching(/^deploy\/cloudformation\/.*\.yaml$/);

  expect(paths).not.toEqual([]);
  expect(faultsIn(paths, templateFaults)).toEqual([]);
});

test.each([
  ["a type that does not exist", "AWS::EKS::Nodegroup", "AWS::EKS::NodeGroup"],
  ["a property that does not exist", "InstanceTypes:", "InstanceType:"],
  ["a property inside another that does not exist", "MinSize: 4", "Minimum: 4"],
  ["a property inside a list that does not exist", "Effect: NO_SCHEDULE", "Efect: NO_SCHEDULE"],
  ["a property that is missing", "NodeRole: {", "Labels: {"],
  ["a reference to nothing", "Ref: Cluster }", "Ref: Cluter }"],
  ["an attribute that does not exist", "[Cluster, Endpoint]", "[Cluster, Endpont]"],
  ["a substitution of nothing", "${AWS::Partition}", "${AWS::Partiton}"],
  ["a parameter nobody uses", "{ Ref: AlarmAddress }", "a@example.org"],
])("finds %s", (_, sound, broken) => {
  expect(stack()).toContain(sound);

  expect(templateFaults(stack().replace(sound, broken))).not.toEqual([]);
});
