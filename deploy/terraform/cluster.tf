data "aws_caller_identity" "me" {}

data "aws_partition" "here" {}

locals {
  managed_policies = "arn:${data.aws_partition.here.partition}:iam::aws:policy"
}

resource "aws_kms_key" "cluster" {
  description         = "Secrets of the cluster ${var.name}"
  enable_key_rotation = true
}

resource "aws_cloudwatch_log_group" "cluster" {
  name              = "/aws/eks/${var.name}/cluster"
  retention_in_days = 30
}

resource "aws_eks_cluster" "main" {
  name                          = var.name
  version                       = var.kubernetes_version
  role_arn                      = aws_iam_role.cluster.arn
  enabled_cluster_log_types     = ["api", "audit", "authenticator"]
  bootstrap_self_managed_addons = false
  deletion_protection           = true
  depends_on                    = [aws_iam_role_policy_attachment.cluster, aws_cloudwatch_log_group.cluster]

  access_config {
    authentication_mode                         = "API"
    bootstrap_cluster_creator_admin_permissions = false
  }

  vpc_config {
    subnet_ids              = [for subnet in aws_subnet.private : subnet.id]
    endpoint_private_access = true
    endpoint_public_access  = length(var.api_networks) > 0
    public_access_cidrs     = length(var.api_networks) > 0 ? var.api_networks : null
  }

  encryption_config {
    resources = ["secrets"]

    provider {
      key_arn = aws_kms_key.cluster.arn
    }
  }
}

resource "aws_eks_access_entry" "administrator" {
  for_each = toset(var.administrators)

  cluster_name  = aws_eks_cluster.main.name
  principal_arn = each.value
}

resource "aws_eks_access_policy_association" "administrator" {
  for_each = aws_eks_access_entry.administrator

  cluster_name  = aws_eks_cluster.main.name
  principal_arn = each.value.principal_arn
  policy_arn    = "arn:${data.aws_partition.here.partition}:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy"

  access_scope {
    type = "cluster"
  }
}

locals {
  cluster_group = aws_eks_cluster.main.vpc_config[0].cluster_security_group_id
}

resource "aws_security_group" "relay" {
  name        = "${var.name}-relay"
  description = "Browsers to the relay"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${var.name}-relay" }
}

# The ports of deploy/coturn/turnserver.conf.
resource "aws_vpc_security_group_ingress_rule" "relay" {
  for_each = {
    stun  = { protocol = "udp", from = 3478, to = 3478 }
    turn  = { protocol = "tcp", from = 3478, to = 3478 }
    turns = { protocol = "tcp", from = 443, to = 443 }
    media = { protocol = "udp", from = 49160, to = 50359 }
  }

  security_group_id = aws_security_group.relay.id
  description       = each.key
  ip_protocol       = each.value.protocol
  from_port         = each.value.from
  to_port           = each.value.to
  cidr_ipv4         = "0.0.0.0/0"
}

locals {
  machines = {
    service = {
      subnets = [for subnet in aws_subnet.private : subnet.id]
      groups  = [local.cluster_group]
      size    = var.nodes
      labels  = {}
      taints  = []
    }
    relay = {
      subnets = [for subnet in aws_subnet.public : subnet.id]
      groups  = [local.cluster_group, aws_security_group.relay.id]
      size    = var.relay_nodes
      labels  = { "eyestalk.io/role" = "relay" }
      taints  = ["relay"]
    }
  }
}

resource "aws_launch_template" "machine" {
  for_each = local.machines

  name_prefix            = "${var.name}-${each.key}-"
  instance_type          = var.instance_type
  vpc_security_group_ids = each.value.groups
  update_default_version = true

  # Pods are one hop further away: none of them gets the machine's credentials.
  metadata_options {
    http_tokens                 = "required"
    http_put_response_hop_limit = 1
  }

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 40
      volume_type = "gp3"
      encrypted   = true
    }
  }

  tag_specifications {
    resource_type = "instance"
    tags          = { Name = "${var.name}-${each.key}" }
  }
}

resource "aws_eks_node_group" "main" {
  for_each = local.machines

  cluster_name    = aws_eks_cluster.main.name
  node_group_name = each.key
  node_role_arn   = aws_iam_role.node.arn
  subnet_ids      = each.value.subnets
  labels          = each.value.labels
  depends_on      = [aws_iam_role_policy_attachment.node, aws_eks_addon.before_machines]

  launch_template {
    id      = aws_launch_template.machine[each.key].id
    version = aws_launch_template.machine[each.key].latest_version
  }

  scaling_config {
    min_size     = each.value.size.min
    desired_size = each.value.size.min
    max_size     = each.value.size.max
  }

  update_config {
    max_unavailable = 1
  }

  dynamic "taint" {
    for_each = each.value.taints

    content {
      key    = "eyestalk.io/role"
      value  = taint.value
      effect = "NO_SCHEDULE"
    }
  }

  # The autoscaler moves it.
  lifecycle {
    ignore_changes = [scaling_config[0].desired_size]
  }
}

resource "aws_eks_addon" "before_machines" {
  for_each = {
    # Without this the NetworkPolicies of deploy/kubernetes mean nothing.
    vpc-cni                = jsonencode({ enableNetworkPolicy = "true" })
    kube-proxy             = null
    eks-pod-identity-agent = null
  }

  cluster_name         = aws_eks_cluster.main.name
  addon_name           = each.key
  configuration_values = each.value
}

resource "aws_eks_addon" "after_machines" {
  for_each = toset(["coredns", "metrics-server"])

  cluster_name = aws_eks_cluster.main.name
  addon_name   = each.value
  depends_on   = [aws_eks_node_group.main]
}
