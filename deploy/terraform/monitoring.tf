# Container Insights, a dashboard, and an alarm that sends a mail.

resource "aws_iam_role" "insights" {
  name_prefix        = "${var.name}-insights-"
  assume_role_policy = data.aws_iam_policy_document.trust["workload"].json
}

resource "aws_iam_role_policy_attachment" "insights" {
  role       = aws_iam_role.insights.name
  policy_arn = "${local.managed_policies}/CloudWatchAgentServerPolicy"
}

resource "aws_eks_addon" "insights" {
  cluster_name = aws_eks_cluster.main.name
  addon_name   = "amazon-cloudwatch-observability"
  depends_on   = [aws_eks_node_group.main]

  pod_identity_association {
    role_arn        = aws_iam_role.insights.arn
    service_account = "cloudwatch-agent"
  }
}

resource "aws_sns_topic" "alarms" {
  name              = "${var.name}-alarms"
  kms_master_key_id = aws_kms_key.alarms.id
}

# AWS's own key for topics does not let CloudWatch in.
resource "aws_kms_key" "alarms" {
  description         = "Mails about ${var.name}"
  enable_key_rotation = true
  policy              = data.aws_iam_policy_document.alarm_key.json
}

data "aws_iam_policy_document" "alarm_key" {
  statement {
    actions   = ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["arn:${data.aws_partition.here.partition}:iam::${data.aws_caller_identity.me.account_id}:root"]
    }
  }

  statement {
    actions   = ["kms:Decrypt", "kms:GenerateDataKey*"]
    resources = ["*"]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }
  }
}

resource "aws_sns_topic_subscription" "mail" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = var.alarm_address
}

resource "aws_cloudwatch_metric_alarm" "busy_processors" {
  alarm_name          = "${var.name}-busy-processors"
  alarm_description   = "The machines of the cluster have worked at more than 80 % for ten minutes"
  namespace           = "ContainerInsights"
  metric_name         = "node_cpu_utilization"
  dimensions          = { ClusterName = aws_eks_cluster.main.name }
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 2
  threshold           = 80
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

locals {
  # One graph each: title, then namespace, metric and dimensions.
  graphs = [
    ["Processors of the machines (%)", ["ContainerInsights", "node_cpu_utilization", "ClusterName", var.name]],
    ["Memory of the machines (%)", ["ContainerInsights", "node_memory_utilization", "ClusterName", var.name]],
    ["Processors of EyesTalk (%)", ["ContainerInsights", "pod_cpu_utilization", "ClusterName", var.name, "Namespace", "eyestalk"]],
    ["Memory of EyesTalk (%)", ["ContainerInsights", "pod_memory_utilization", "ClusterName", var.name, "Namespace", "eyestalk"]],
    ["Pods of EyesTalk", ["ContainerInsights", "namespace_number_of_running_pods", "ClusterName", var.name, "Namespace", "eyestalk"]],
    ["Traffic of the machines (bytes/s)", ["ContainerInsights", "node_network_total_bytes", "ClusterName", var.name]],
    ["Processor of the database (%)", ["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", aws_db_instance.main.identifier]],
    ["Connections of the database", ["AWS/RDS", "DatabaseConnections", "DBInstanceIdentifier", aws_db_instance.main.identifier]],
  ]
}

resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = var.name
  dashboard_body = jsonencode({
    widgets = [
      for index, graph in local.graphs : {
        type   = "metric"
        x      = index % 2 * 12
        y      = floor(index / 2) * 6
        width  = 12
        height = 6
        properties = {
          title   = graph[0]
          metrics = [graph[1]]
          region  = var.region
          period  = 60
          stat    = "Average"
        }
      }
    ]
  })
}
