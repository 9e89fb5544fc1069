# Who may do what. Pods get roles of their own by pod identity; the machines' role can do no more than run them.

data "aws_iam_policy_document" "trust" {
  for_each = {
    cluster  = "eks.amazonaws.com"
    machine  = "ec2.amazonaws.com"
    workload = "pods.eks.amazonaws.com"
  }

  statement {
    actions = each.key == "workload" ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = [each.value]
    }
  }
}

resource "aws_iam_role" "cluster" {
  name_prefix        = "${var.name}-cluster-"
  assume_role_policy = data.aws_iam_policy_document.trust["cluster"].json
}

resource "aws_iam_role_policy_attachment" "cluster" {
  role       = aws_iam_role.cluster.name
  policy_arn = "${local.managed_policies}/AmazonEKSClusterPolicy"
}

resource "aws_iam_role" "node" {
  name_prefix        = "${var.name}-node-"
  assume_role_policy = data.aws_iam_policy_document.trust["machine"].json
}

resource "aws_iam_role_policy_attachment" "node" {
  for_each = toset(["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryPullOnly"])

  role       = aws_iam_role.node.name
  policy_arn = "${local.managed_policies}/${each.value}"
}

locals {
  # What runs in the cluster and talks to AWS; EyesTalk itself does not.
  workloads = {
    external-secrets = {
      namespace = "external-secrets"
      account   = "external-secrets"
      policy    = data.aws_iam_policy_document.external_secrets.json
    }
    external-dns = {
      namespace = "external-dns"
      account   = "external-dns"
      policy    = data.aws_iam_policy_document.external_dns.json
    }
    autoscaler = {
      namespace = "kube-system"
      account   = "cluster-autoscaler"
      policy    = data.aws_iam_policy_document.autoscaler.json
    }
    load-balancer = {
      namespace = "kube-system"
      account   = "aws-load-balancer-controller"
      policy    = data.aws_iam_policy_document.load_balancer.json
    }
  }
}

resource "aws_iam_role" "workload" {
  for_each = local.workloads

  name_prefix        = "${var.name}-${each.key}-"
  assume_role_policy = data.aws_iam_policy_document.trust["workload"].json
}

resource "aws_iam_role_policy" "workload" {
  for_each = local.workloads

  role   = aws_iam_role.workload[each.key].name
  policy = each.value.policy
}

resource "aws_eks_pod_identity_association" "workload" {
  for_each = local.workloads

  cluster_name    = aws_eks_cluster.main.name
  namespace       = each.value.namespace
  service_account = each.value.account
  role_arn        = aws_iam_role.workload[each.key].arn
}

data "aws_iam_policy_document" "external_secrets" {
  statement {
    actions   = ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"]
    resources = [for secret in aws_secretsmanager_secret.main : secret.arn]
  }
}

data "aws_iam_policy_document" "external_dns" {
  statement {
    actions   = ["route53:ChangeResourceRecordSets", "route53:ListResourceRecordSets"]
    resources = [data.aws_route53_zone.main.arn]
  }

  statement {
    actions   = ["route53:ListHostedZones"]
    resources = ["*"]
  }
}

data "aws_iam_policy_document" "autoscaler" {
  statement {
    actions = [
      "autoscaling:DescribeAutoScalingGroups",
      "autoscaling:DescribeAutoScalingInstances",
      "autoscaling:DescribeLaunchConfigurations",
      "autoscaling:DescribeScalingActivities",
      "ec2:DescribeImages",
      "ec2:DescribeInstanceTypes",
      "ec2:DescribeLaunchTemplateVersions",
      "ec2:GetInstanceTypesFromInstanceRequirements",
      "eks:DescribeNodegroup",
    ]
    resources = ["*"]
  }

  statement {
    actions   = ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"]
    resources = ["*"]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceTag/k8s.io/cluster-autoscaler/${var.name}"
      values   = ["owned"]
    }
  }
}
