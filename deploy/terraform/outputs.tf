output "cluster" {
  description = "aws eks update-kubeconfig --name …"
  value       = aws_eks_cluster.main.name
}

output "registry" {
  description = "Images, for deploy/kubernetes/overlays/prod/kustomization.yaml"
  value       = { for name, repository in aws_ecr_repository.main : name => repository.repository_url }
}

output "delivery_role" {
  description = "Variable AWS_DELIVERY_ROLE of the workflows"
  value       = aws_iam_role.delivery.arn
}

output "database" {
  description = "Host of the database, for overlays/prod/config.yaml"
  value       = aws_db_instance.main.address
}

output "redis" {
  description = "Host of Redis, for overlays/prod/config.yaml"
  value       = aws_elasticache_replication_group.main.primary_endpoint_address
}

output "search" {
  description = "Address of OpenSearch, if there is one"
  value       = one(aws_opensearch_domain.main[*].endpoint)
}

output "bastion" {
  description = "aws ssm start-session --target …"
  value       = one(aws_instance.bastion[*].id)
}

output "certificate" {
  description = "The load balancer's certificate, once it is valid"
  value       = aws_acm_certificate_validation.main.certificate_arn
}
