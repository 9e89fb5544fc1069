# Optional: OpenSearch for activity documents, inside the VPC, for the cluster's machines only.

resource "aws_opensearch_domain" "main" {
  count = var.search ? 1 : 0

  domain_name    = var.name
  engine_version = "OpenSearch_3.1"

  cluster_config {
    instance_type          = "m7g.medium.search"
    instance_count         = 2
    zone_awareness_enabled = true

    zone_awareness_config {
      availability_zone_count = 2
    }
  }

  ebs_options {
    ebs_enabled = true
    volume_type = "gp3"
    volume_size = 20
  }

  vpc_options {
    subnet_ids         = slice(local.private_subnet_ids, 0, 2)
    security_group_ids = [aws_security_group.store["search"].id]
  }

  encrypt_at_rest {
    enabled = true
  }

  node_to_node_encryption {
    enabled = true
  }

  domain_endpoint_options {
    enforce_https       = true
    tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10"
  }
}

# Who comes this far has passed the security group; the domain has no address outside the VPC.
data "aws_iam_policy_document" "search" {
  count = var.search ? 1 : 0

  statement {
    actions   = ["es:ESHttpGet", "es:ESHttpHead", "es:ESHttpPost", "es:ESHttpPut", "es:ESHttpDelete"]
    resources = ["${aws_opensearch_domain.main[0].arn}/*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_opensearch_domain_policy" "main" {
  count = var.search ? 1 : 0

  domain_name     = aws_opensearch_domain.main[0].domain_name
  access_policies = data.aws_iam_policy_document.search[0].json
}
